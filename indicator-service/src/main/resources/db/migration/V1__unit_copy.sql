-- What this service needs of the directory: which codes lived when, at which level and under which parent.

CREATE TABLE unit_version (
  code        text COLLATE "C" NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date,
  name        text NOT NULL,
  level       text NOT NULL,
  parent_code text COLLATE "C",
  CONSTRAINT pk_unit_version PRIMARY KEY (code, valid_from),
  CONSTRAINT ck_unit_version_valid CHECK (valid_to > valid_from)
);

COMMENT ON COLUMN unit_version.valid_to IS 'Exclusive; null is open. That versions of a code do not overlap is the directory''s promise.';

CREATE INDEX ix_unit_version_parent_code ON unit_version (parent_code);

-- The root is known without an event.
INSERT INTO unit_version (code, valid_from, name, level) VALUES ('VN', DATE '0001-01-01', 'Việt Nam', 'COUNTRY');

-- Per code, the newest revision that was applied: an event seen again changes nothing.
CREATE TABLE unit_revision (
  code     text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  CONSTRAINT pk_unit_revision PRIMARY KEY (code)
);

-- The unit events of a change wait here for its marker, so that readers go from one hierarchy to the next.
CREATE TABLE unit_staged (
  change_id text   NOT NULL,
  code      text   COLLATE "C" NOT NULL,
  revision  bigint NOT NULL,
  data      jsonb  NOT NULL,
  CONSTRAINT pk_unit_staged PRIMARY KEY (change_id, code)
);

-- Changes whose marker was applied: what arrives of them later (a redelivered dead letter) is applied at once.
CREATE TABLE unit_change (
  change_id text NOT NULL,
  CONSTRAINT pk_unit_change PRIMARY KEY (change_id)
);
