-- The legal acts that begin, end and alter units.
CREATE TABLE unit_change (
  id            uuid        NOT NULL DEFAULT uuidv7(),
  kind          text        NOT NULL,
  act_number    text,
  act_issuer    text,
  act_issued_on date,
  effective_on  date        NOT NULL,
  note          text,
  fingerprint   text        NOT NULL,
  content       json        NOT NULL,
  units         integer     NOT NULL,
  edges         integer     NOT NULL,
  recorded_at   timestamptz NOT NULL,
  recorded_by   text        NOT NULL,
  CONSTRAINT pk_unit_change PRIMARY KEY (id),
  CONSTRAINT ck_unit_change_kind CHECK (kind IN
    ('ESTABLISH', 'MERGE', 'SPLIT', 'TRANSFER', 'RENAME', 'RETYPE', 'RECODE', 'ABOLISH', 'CATALOGUE')),
  CONSTRAINT ck_unit_change_act CHECK (act_number IS NOT NULL OR (act_issuer IS NULL AND act_issued_on IS NULL))
);

CREATE INDEX ix_unit_change_effective_on ON unit_change (effective_on, id);
CREATE INDEX ix_unit_change_act_number ON unit_change (act_number);
CREATE INDEX ix_unit_change_fingerprint ON unit_change (fingerprint);
CREATE INDEX ix_unit_change_recorded_at ON unit_change (recorded_at);

COMMENT ON COLUMN unit_change.act_number IS 'Absent only where nothing but hamlets changes: they have no national register, and their decisions are often unknown.';
COMMENT ON COLUMN unit_change.fingerprint IS 'Of what was asked for; finds a change that is sent again.';
COMMENT ON COLUMN unit_change.content IS 'What was applied: ends, begins, lineage, including what followed by rule (hamlets that moved on).';
COMMENT ON COLUMN unit_change.recorded_at IS 'Strictly increasing in commit order: changes are written one at a time.';
