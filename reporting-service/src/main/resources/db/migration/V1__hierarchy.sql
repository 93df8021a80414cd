-- The copy of the directory's hierarchy: it moves from marker to marker, so a reader never sees half a reorganisation.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What belongs to a change waits here until its marker has come.
CREATE TABLE hierarchy_staging (
  change_id text    NOT NULL,
  type      text    NOT NULL,
  key       text    NOT NULL,
  revision  integer NOT NULL,
  data      jsonb   NOT NULL,
  CONSTRAINT pk_hierarchy_staging PRIMARY KEY (change_id, type, key, revision)
);

CREATE TABLE unit_change (
  id           text        NOT NULL,
  kind         text        NOT NULL,
  act_number   text,
  effective_on date        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  data         jsonb       NOT NULL,
  CONSTRAINT pk_unit_change PRIMARY KEY (id)
);

-- Every state of a code that was ever known, for asOf.
CREATE TABLE unit_revision (
  code        text        NOT NULL,
  revision    integer     NOT NULL,
  change_id   text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  versions    jsonb       NOT NULL,
  CONSTRAINT pk_unit_revision PRIMARY KEY (code, revision)
);

CREATE TABLE unit_version (
  code        text      NOT NULL,
  valid       daterange NOT NULL,
  name        text      NOT NULL,
  full_name   text,
  type        text,
  level       smallint  NOT NULL,
  parent_code text,
  CONSTRAINT pk_unit_version PRIMARY KEY (code, valid WITHOUT OVERLAPS),
  CONSTRAINT ck_unit_version_level CHECK (level BETWEEN 0 AND 4),
  CONSTRAINT ck_unit_version_parent_code CHECK ((parent_code IS NULL) = (level = 0))
);

COMMENT ON COLUMN unit_version.level IS '0 COUNTRY, 1 PROVINCE, 2 DISTRICT, 3 COMMUNE, 4 HAMLET: the deeper, the greater.';

CREATE INDEX ix_unit_version_parent_code ON unit_version (parent_code);

-- The root is known without an event.
INSERT INTO unit_version (code, valid, name, full_name, type, level) VALUES ('VN', '(,)', 'Việt Nam', 'Việt Nam', 'quốc gia', 0);

CREATE TABLE lineage_edge (
  from_code    text     NOT NULL,
  effective_on date     NOT NULL,
  ordinal      smallint NOT NULL,
  revision     integer  NOT NULL,
  to_code      text,
  area         text     NOT NULL,
  population   text     NOT NULL,
  share        numeric,
  CONSTRAINT pk_lineage_edge PRIMARY KEY (from_code, effective_on, ordinal)
);

CREATE INDEX ix_lineage_edge_to_code ON lineage_edge (to_code, effective_on);

CREATE TABLE lineage_revision (
  from_code    text        NOT NULL,
  effective_on date        NOT NULL,
  revision     integer     NOT NULL,
  recorded_at  timestamptz NOT NULL,
  edges        jsonb       NOT NULL,
  CONSTRAINT pk_lineage_revision PRIMARY KEY (from_code, effective_on, revision)
);

-- The three tables below are derived from the two above, by hierarchy/derive-*.sql. Hamlets do not report and stand in none of them.

CREATE TABLE unit_ancestor (
  unit            text     NOT NULL,
  ancestor        text     NOT NULL,
  valid_from      date     NOT NULL,
  valid_to        date     NOT NULL,
  unit_level      smallint NOT NULL,
  ancestor_level  smallint NOT NULL,
  ancestor_parent text
);

COMMENT ON TABLE unit_ancestor IS 'Who lies at or below whom, and when; ancestor_parent is the next one up.';

CREATE INDEX ix_unit_ancestor_unit ON unit_ancestor (unit);
CREATE INDEX ix_unit_ancestor_ancestor ON unit_ancestor (ancestor);

CREATE TABLE unit_size (
  unit       text    NOT NULL,
  valid_from date    NOT NULL,
  valid_to   date    NOT NULL,
  provinces  integer NOT NULL,
  districts  integer NOT NULL,
  communes   integer NOT NULL,
  CONSTRAINT pk_unit_size PRIMARY KEY (unit, valid_from)
);

COMMENT ON TABLE unit_size IS 'How many units of a level lie at or below a unit: what should report is counted without reading them.';

CREATE TABLE unit_life (
  unit       text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date NOT NULL,
  CONSTRAINT pk_unit_life PRIMARY KEY (unit, valid_from)
);

COMMENT ON TABLE unit_life IS 'Spans in which a code means one and the same unit with the same people: no gap, nothing given away, nothing taken in.';

INSERT INTO unit_ancestor VALUES ('VN', 'VN', '-infinity', 'infinity', 0, 0, NULL);
INSERT INTO unit_size VALUES ('VN', '-infinity', 'infinity', 0, 0, 0);
INSERT INTO unit_life VALUES ('VN', '-infinity', 'infinity');
