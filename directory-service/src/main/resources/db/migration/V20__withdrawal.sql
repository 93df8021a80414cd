-- A change that should never have been recorded is taken back by another one; both stay on record.
ALTER TABLE unit_change
  ADD COLUMN withdraws uuid,
  ADD CONSTRAINT fk_unit_change_withdraws FOREIGN KEY (withdraws) REFERENCES unit_change (id),
  ADD CONSTRAINT uq_unit_change_withdraws UNIQUE (withdraws),
  DROP CONSTRAINT ck_unit_change_kind,
  DROP CONSTRAINT ck_unit_change_act,
  ADD CONSTRAINT ck_unit_change_kind CHECK (kind IN
    ('ESTABLISH', 'MERGE', 'SPLIT', 'TRANSFER', 'RENAME', 'RETYPE', 'RECODE', 'ABOLISH', 'CATALOGUE', 'WITHDRAWAL')),
  ADD CONSTRAINT ck_unit_change_act CHECK (act_number IS NOT NULL OR (act_issuer IS NULL AND act_issued_on IS NULL)),
  ADD CONSTRAINT ck_unit_change_withdraws CHECK ((kind = 'WITHDRAWAL') = (withdraws IS NOT NULL));

COMMENT ON COLUMN unit_change.withdraws IS 'The change whose effects this one takes back.';
COMMENT ON COLUMN unit_change.note IS 'Of a withdrawal: the reason.';

-- What a change took off the record, and what it wrote.
CREATE INDEX ix_unit_version_superseded_superseded_by ON unit_version_superseded (superseded_by);
CREATE INDEX ix_lineage_edge_change_id ON lineage_edge (change_id);
CREATE INDEX ix_lineage_edge_superseded_superseded_by ON lineage_edge_superseded (superseded_by);
