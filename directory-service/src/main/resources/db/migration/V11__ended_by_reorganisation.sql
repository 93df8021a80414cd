-- What ended because its unit did lives on when the lineage that arrives later says where the population went; what somebody ended does not.
ALTER TABLE team
  ADD COLUMN ended_by uuid,
  ADD COLUMN would_end_on date,
  ADD CONSTRAINT fk_team_ended_by FOREIGN KEY (ended_by) REFERENCES unit_change (id);
ALTER TABLE committee
  ADD COLUMN ended_by uuid,
  ADD COLUMN would_end_on date,
  ADD CONSTRAINT fk_committee_ended_by FOREIGN KEY (ended_by) REFERENCES unit_change (id);

COMMENT ON COLUMN team.ended_by IS 'The change of units that ended it on valid_to; NULL: open, or somebody stated the end.';
COMMENT ON COLUMN team.would_end_on IS 'Where ended_by stands: the end that had been stated; NULL: none.';
COMMENT ON COLUMN committee.ended_by IS 'The change of units that ended it on valid_to; NULL: open, or somebody stated the end.';
COMMENT ON COLUMN committee.would_end_on IS 'Where ended_by stands: the end that had been stated; NULL: none.';
