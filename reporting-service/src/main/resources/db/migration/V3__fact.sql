-- Published measurements. Which unit bore the code is asked of the hierarchy when a figure is made: facts of units that nobody knows yet wait here.

CREATE TABLE period (
  period text     NOT NULL,
  kind   text     NOT NULL,
  starts date     NOT NULL,
  ends   date     NOT NULL,
  months smallint NOT NULL,
  CONSTRAINT pk_period PRIMARY KEY (period)
);

COMMENT ON COLUMN period.months IS 'Months it consists of; 0 for a day.';

CREATE TABLE fact (
  indicator          text        NOT NULL,
  period             text        NOT NULL,
  unit               text        NOT NULL,
  scope              text        NOT NULL,
  revision           integer     NOT NULL,
  numerator          numeric,
  denominator        numeric,
  value              numeric,
  qualifiers         smallint    NOT NULL,
  absence            text,
  stated             jsonb,
  withdrawn          boolean     NOT NULL,
  definition_version integer     NOT NULL,
  measurement_id     text        NOT NULL,
  recorded_at        timestamptz NOT NULL,
  CONSTRAINT pk_fact PRIMARY KEY (indicator, period, unit, scope),
  CONSTRAINT ck_fact_scope CHECK (scope IN ('OWN', 'CHILDREN', 'WHOLE')),
  CONSTRAINT ck_fact_qualifiers CHECK (qualifiers BETWEEN 0 AND 15)
);

COMMENT ON COLUMN fact.qualifiers IS 'Set of marks: 1 AT_LEAST, 2 ABOUT, 4 NEARLY, 8 AT_MOST; 0 is exact.';
COMMENT ON COLUMN fact.withdrawn IS 'The newest revision says that there is no figure any more.';

CREATE INDEX ix_fact_unit ON fact (unit, period);

-- Revisions that a newer one has replaced; with fact it is all that was ever published, for asOf.
CREATE TABLE fact_revision (LIKE fact INCLUDING CONSTRAINTS INCLUDING COMMENTS);
ALTER TABLE fact_revision ADD CONSTRAINT pk_fact_revision PRIMARY KEY (indicator, period, unit, scope, revision);

-- One row a family (indicator and calendar year): whoever changes its figures holds it, in ascending order.
CREATE TABLE family (
  indicator text     NOT NULL,
  year      smallint NOT NULL,
  CONSTRAINT pk_family PRIMARY KEY (indicator, year)
);
