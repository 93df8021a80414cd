-- Periods whose rollups are kept: those that somebody reported. All others are made when they are asked for, by the same SQL.
CREATE TABLE rollup_period (
  indicator   text     NOT NULL,
  period      text     NOT NULL,
  period_kind text     NOT NULL,
  months      smallint NOT NULL,
  starts      date     NOT NULL,
  closes      date     NOT NULL,
  version     integer  NOT NULL,
  kind        text     NOT NULL,
  nature      text     NOT NULL,
  reported_by smallint NOT NULL,
  lowest      smallint NOT NULL,
  weight      text,
  CONSTRAINT pk_rollup_period PRIMARY KEY (indicator, period)
);

COMMENT ON COLUMN rollup_period.starts IS 'First day in the reporting calendar of the definition.';
COMMENT ON COLUMN rollup_period.closes IS 'Last day in that calendar: the day on whose hierarchy the period is read.';

CREATE INDEX ix_rollup_period_weight ON rollup_period (weight, period) WHERE weight IS NOT NULL;

-- What the facts of an indicator and period add up to, a row a unit at or below which there is a fact. _n numerator (the number itself for COUNT),
-- _d denominator, _v value as stated, _q marks as in fact.qualifiers, _from the period that a figure was taken from where it is another.
CREATE TABLE rollup (
  indicator                text     NOT NULL,
  period                   text     NOT NULL,
  unit                     text     NOT NULL,
  level                    smallint NOT NULL,
  parent                   text,
  own_n                    numeric,
  own_d                    numeric,
  own_v                    numeric,
  own_q                    smallint NOT NULL,
  own_absence              text,
  own_from                 text,
  children_basis           text     NOT NULL,
  children_n               numeric,
  children_d               numeric,
  children_q               smallint NOT NULL,
  children_stated_n        numeric,
  children_stated_d        numeric,
  children_stated_v        numeric,
  children_stated_q        smallint NOT NULL,
  children_stated_absence  text,
  children_stated_from     text,
  children_expected        integer  NOT NULL,
  children_reporting       integer  NOT NULL,
  children_counted         integer  NOT NULL,
  children_estimate_n      numeric,
  children_estimate_w      numeric,
  children_estimate_q      smallint NOT NULL,
  children_estimate_units  integer  NOT NULL,
  whole_basis              text     NOT NULL,
  whole_n                  numeric,
  whole_d                  numeric,
  whole_q                  smallint NOT NULL,
  whole_stated_n           numeric,
  whole_stated_d           numeric,
  whole_stated_v           numeric,
  whole_stated_q           smallint NOT NULL,
  whole_stated_absence     text,
  whole_stated_from        text,
  whole_expected           integer  NOT NULL,
  whole_reporting          integer  NOT NULL,
  whole_counted            integer  NOT NULL,
  whole_estimate_n         numeric,
  whole_estimate_w         numeric,
  whole_estimate_q         smallint NOT NULL,
  whole_estimate_units     integer  NOT NULL,
  not_applicable           integer  NOT NULL,
  up_n                     numeric,
  up_d                     numeric,
  up_q                     smallint NOT NULL,
  up_counted               integer  NOT NULL,
  up_estimate_n            numeric,
  up_estimate_w            numeric,
  up_estimate_q            smallint NOT NULL,
  up_estimate_units        integer  NOT NULL,
  province_n               numeric,
  province_d               numeric,
  province_q               smallint NOT NULL,
  province_reporting       integer  NOT NULL,
  province_counted         integer  NOT NULL,
  province_not_applicable  integer  NOT NULL,
  district_n               numeric,
  district_d               numeric,
  district_q               smallint NOT NULL,
  district_reporting       integer  NOT NULL,
  district_counted         integer  NOT NULL,
  district_not_applicable  integer  NOT NULL,
  commune_n                numeric,
  commune_d                numeric,
  commune_q                smallint NOT NULL,
  commune_reporting        integer  NOT NULL,
  commune_counted          integer  NOT NULL,
  commune_not_applicable   integer  NOT NULL,
  CONSTRAINT pk_rollup PRIMARY KEY (indicator, period, unit)
) WITH (fillfactor = 70);

COMMENT ON COLUMN rollup.up_n IS 'What goes further up: the chosen whole''s counts, or those of the computed whole where the chosen figure has none.';

-- A sum over the children reads the children that have a row, not all that could have one.
CREATE INDEX ix_rollup_parent ON rollup (indicator, period, parent);
-- What a unit's scoreboard shows.
CREATE INDEX ix_rollup_unit ON rollup (unit, period);

CREATE FUNCTION marks_of_sum(marks integer) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN marks = 0 THEN 0 WHEN marks = 1 THEN 1 WHEN (marks & 3) = 0 THEN 8 ELSE 2 END::smallint;

COMMENT ON FUNCTION marks_of_sum IS 'AT_LEAST if all marks are AT_LEAST, AT_MOST if all are AT_MOST or NEARLY, ABOUT in every other case, none if there is none.';
