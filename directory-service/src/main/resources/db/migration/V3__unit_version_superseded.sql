-- What the record said before: every version that a later change cut, replaced or took back, with the moments it was believed.
CREATE TABLE unit_version_superseded (
  code          text        NOT NULL,
  valid         daterange   NOT NULL,
  unit_id       uuid        NOT NULL,
  name          text        NOT NULL,
  full_name     text        NOT NULL,
  type          text        NOT NULL,
  level         text        NOT NULL,
  parent_code   text,
  begun_by      uuid,
  ended_by      uuid,
  recorded      tstzrange   NOT NULL,
  superseded_by uuid        NOT NULL,
  CONSTRAINT pk_unit_version_superseded PRIMARY KEY (code, recorded, valid),
  CONSTRAINT ck_unit_version_superseded_recorded CHECK (NOT isempty(recorded) AND NOT upper_inf(recorded)),
  CONSTRAINT fk_unit_version_superseded_superseded_by FOREIGN KEY (superseded_by) REFERENCES unit_change (id)
);

CREATE INDEX ix_unit_version_superseded_parent_code ON unit_version_superseded (parent_code);

COMMENT ON COLUMN unit_version_superseded.recorded IS 'From when to when the record said this.';

-- All that was known at a moment. Inlined by the planner.
CREATE FUNCTION unit_version_as_of(known_at timestamptz)
RETURNS TABLE (code text, valid daterange, unit_id uuid, name text, full_name text, type text, level text, parent_code text,
  begun_by uuid, ended_by uuid)
LANGUAGE sql STABLE AS $$
  SELECT code, valid, unit_id, name, full_name, type, level, parent_code, begun_by, ended_by FROM unit_version WHERE recorded_at <= known_at
  UNION ALL
  SELECT code, valid, unit_id, name, full_name, type, level, parent_code, begun_by, ended_by FROM unit_version_superseded WHERE recorded @> known_at
$$;
