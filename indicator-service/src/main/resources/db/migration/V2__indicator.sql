CREATE TABLE indicator (
  code              text COLLATE "C" NOT NULL,
  version           integer NOT NULL,
  revision          integer NOT NULL,
  name_vi           text NOT NULL,
  name_en           text NOT NULL,
  search            text NOT NULL,
  definition        text,
  pillar            text NOT NULL,
  kind              text NOT NULL,
  nature            text NOT NULL,
  unit_of_measure   text NOT NULL,
  decimals          integer NOT NULL,
  direction         text NOT NULL,
  reported_by       text[] NOT NULL,
  frequency         text NOT NULL,
  calendar          text NOT NULL,
  numerator_label   text,
  denominator_label text,
  weight            text,
  above100          boolean NOT NULL,
  custodian         text,
  legal_basis       text,
  valid_from        date,
  valid_to          date,
  recorded_at       timestamptz NOT NULL,
  CONSTRAINT pk_indicator PRIMARY KEY (code),
  CONSTRAINT ck_indicator_decimals CHECK (decimals BETWEEN 0 AND 10),
  CONSTRAINT ck_indicator_reported_by CHECK (cardinality(reported_by) > 0),
  CONSTRAINT ck_indicator_valid CHECK (valid_to > valid_from)
);

COMMENT ON COLUMN indicator.version IS 'Counts changes of meaning; a measurement keeps the version it was made under.';
COMMENT ON COLUMN indicator.revision IS 'Counts every change, wording included; it is the ETag.';
COMMENT ON COLUMN indicator.search IS 'Code and both names in lower case without diacritics.';

CREATE INDEX ix_indicator_pillar ON indicator (pillar, code);

-- Every state a definition was ever in.
CREATE TABLE indicator_revision (
  code        text COLLATE "C" NOT NULL,
  revision    integer NOT NULL,
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  author      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_indicator_revision PRIMARY KEY (code, revision)
);
