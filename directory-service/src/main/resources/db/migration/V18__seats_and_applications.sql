-- Committees change over time, and so do the units that apply an initiative.
ALTER TABLE committee_member
  ADD COLUMN member_from date,
  ADD COLUMN member_to date,
  ADD CONSTRAINT ck_committee_member_member_to CHECK (member_to > member_from);

CREATE TABLE activity_application (
  activity_id uuid      NOT NULL,
  unit_code   text      NOT NULL,
  unit_id     uuid      NOT NULL,
  valid       daterange NOT NULL,
  CONSTRAINT pk_activity_application PRIMARY KEY (activity_id, unit_id, valid WITHOUT OVERLAPS),
  CONSTRAINT fk_activity_application_activity_id FOREIGN KEY (activity_id) REFERENCES activity (id),
  CONSTRAINT ck_activity_application_valid CHECK (NOT isempty(valid))
);

CREATE INDEX ix_activity_application_unit_id ON activity_application (unit_id);

COMMENT ON COLUMN activity_application.unit_code IS 'As it was entered; unit_id is the unit itself.';
COMMENT ON COLUMN activity_application.valid IS 'Without a first or last day where it is not known.';

INSERT INTO activity_application (activity_id, unit_code, unit_id, valid)
SELECT DISTINCT ON (a.id, n.unit_id) a.id, n.code, n.unit_id, daterange(NULL, NULL)
FROM activity a
CROSS JOIN LATERAL (
  SELECT code, coalesce(unit_bearing(code, a.valid_from), unit_bearing(code, NULL)) AS unit_id FROM unnest(a.applied_by) AS code) AS n
WHERE n.unit_id IS NOT NULL
ORDER BY a.id, n.unit_id;

ALTER TABLE activity DROP COLUMN applied_by;
