-- Notices of published values that changed. Positions are given one batch after the other (an advisory lock is held from then until the commit), so
-- that whoever has read up to a position has read all before it.
CREATE SEQUENCE correction_position;

CREATE TABLE correction (
  position        bigint      NOT NULL,
  batch           bigint      NOT NULL,
  indicator       text        NOT NULL,
  unit            text        NOT NULL,
  period          text        NOT NULL,
  scope           text        NOT NULL,
  measurement_id  text        NOT NULL,
  revision        integer     NOT NULL,
  recorded_at     timestamptz NOT NULL,
  reason_code     text,
  reason_text     text,
  withdrawn       boolean     NOT NULL,
  numerator       numeric,
  denominator     numeric,
  value           numeric,
  qualifiers      smallint    NOT NULL,
  absence         text,
  old_revision    integer     NOT NULL,
  old_numerator   numeric,
  old_denominator numeric,
  old_value       numeric,
  old_qualifiers  smallint    NOT NULL,
  old_absence     text,
  indicators      text[]      NOT NULL,
  periods         text[]      NOT NULL,
  units           text[]      NOT NULL,
  CONSTRAINT pk_correction PRIMARY KEY (position),
  CONSTRAINT uq_correction_measurement_id UNIQUE (measurement_id, revision)
);

COMMENT ON COLUMN correction.batch IS 'Corrections that came to count together: what they moved is told once for all of them.';
COMMENT ON COLUMN correction.units IS 'The unit and all above it, on the closing days of the periods: whose figures it can move. Its own indicator first in indicators.';

CREATE INDEX ix_correction_units ON correction USING gin (units);

-- What the corrections of a batch moved: figures, and places among the units under the same parent.
CREATE TABLE correction_move (
  batch             bigint   NOT NULL,
  indicator         text     NOT NULL,
  period            text     NOT NULL,
  unit              text     NOT NULL,
  scope             text     NOT NULL,
  level             smallint NOT NULL,
  parent            text,
  definition        integer  NOT NULL,
  moved             boolean  NOT NULL,
  basis             text     NOT NULL,
  n                 numeric,
  d                 numeric,
  dividend          numeric,
  divisor           numeric,
  rank              integer,
  rank_of           integer,
  old_basis         text     NOT NULL,
  old_n             numeric,
  old_d             numeric,
  old_dividend      numeric,
  old_divisor       numeric,
  old_rank          integer,
  old_rank_of       integer,
  target_id         text,
  target_unit       text,
  target_period     text,
  target_comparator text,
  target_value      numeric,
  CONSTRAINT pk_correction_move PRIMARY KEY (batch, indicator, period, unit, scope)
);

COMMENT ON COLUMN correction_move.moved IS 'Whether its own figure moved, and not only its place among others.';
COMMENT ON COLUMN correction_move.target_id IS 'The target that held then: both statuses follow from it.';
