-- Units as versions in time. This table holds what is known today; unit_version_superseded what was known before.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE unit_version (
  code           text        NOT NULL,
  valid          daterange   NOT NULL,
  unit_id        uuid        NOT NULL,
  name           text        NOT NULL,
  full_name      text        NOT NULL,
  type           text        NOT NULL,
  level          text        NOT NULL,
  parent_code    text,
  search_name    text        NOT NULL,
  search_text    text        NOT NULL,
  begun_by       uuid,
  ended_by       uuid,
  recorded_at    timestamptz NOT NULL,
  CONSTRAINT pk_unit_version PRIMARY KEY (code, valid WITHOUT OVERLAPS),
  CONSTRAINT fk_unit_version_parent_code FOREIGN KEY (parent_code, PERIOD valid)
    REFERENCES unit_version (code, PERIOD valid) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_unit_version_begun_by FOREIGN KEY (begun_by) REFERENCES unit_change (id),
  CONSTRAINT fk_unit_version_ended_by FOREIGN KEY (ended_by) REFERENCES unit_change (id),
  CONSTRAINT ck_unit_version_level CHECK (coalesce(level = CASE
    WHEN code = 'VN' THEN 'COUNTRY'
    WHEN code ~ '^\d{2}$' THEN 'PROVINCE'
    WHEN code ~ '^\d{3}$' THEN 'DISTRICT'
    WHEN code ~ '^\d{5}$' THEN 'COMMUNE'
    WHEN code ~ '^\d{5}-\d{2,3}$' THEN 'HAMLET' END, false)),
  -- The parent stands above: with levels read from codes this alone makes a cycle impossible.
  CONSTRAINT ck_unit_version_parent_code CHECK (CASE level
    WHEN 'COUNTRY' THEN parent_code IS NULL
    WHEN 'PROVINCE' THEN parent_code IS NOT DISTINCT FROM 'VN'
    WHEN 'DISTRICT' THEN coalesce(parent_code ~ '^\d{2}$', false)
    WHEN 'COMMUNE' THEN coalesce(parent_code ~ '^\d{2,3}$', false)
    WHEN 'HAMLET' THEN parent_code IS NOT DISTINCT FROM left(code, 5) END),
  CONSTRAINT ck_unit_version_valid CHECK (NOT isempty(valid) AND (lower_inf(valid) = (code = 'VN')))
);

CREATE INDEX ix_unit_version_parent_code ON unit_version (parent_code);
CREATE INDEX ix_unit_version_unit_id ON unit_version (unit_id);
CREATE INDEX ix_unit_version_level ON unit_version (level);
CREATE INDEX ix_unit_version_search_text ON unit_version USING gin (search_text gin_trgm_ops);

COMMENT ON COLUMN unit_version.unit_id IS 'The unit itself: the same over renames, new types, new parents and new codes; another one when a code is used again for another unit.';
COMMENT ON COLUMN unit_version.search_name IS 'The short name without diacritics, lower case (SearchWords).';
COMMENT ON COLUMN unit_version.search_text IS 'Full and short name without diacritics, lower case.';
COMMENT ON COLUMN unit_version.begun_by IS 'The change on the first day of this version.';
COMMENT ON COLUMN unit_version.ended_by IS 'The change on the day after its last.';
COMMENT ON COLUMN unit_version.recorded_at IS 'Since when the record says this.';

INSERT INTO unit_version (code, valid, unit_id, name, full_name, type, level, search_name, search_text, recorded_at)
VALUES ('VN', daterange(NULL, NULL), '00000000-0000-7000-8000-000000000084', 'Việt Nam', 'Việt Nam', 'quốc gia', 'COUNTRY',
  'viet nam', 'viet nam', '-infinity');
