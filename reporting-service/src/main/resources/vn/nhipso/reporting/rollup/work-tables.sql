-- What a batch has to make anew.
CREATE TEMP TABLE work_change (indicator text, period text, unit text);
CREATE TEMP TABLE work_touched (indicator text, period text);
CREATE TEMP TABLE work_period (LIKE rollup_period);
CREATE INDEX ix_work_period ON work_period (indicator, period);
CREATE TEMP TABLE work_fact (
  indicator text, period text, unit text,
  own_n numeric, own_d numeric, own_v numeric, own_cn numeric, own_cd numeric, own_q smallint, own_absence text, own_from text,
  children_n numeric, children_d numeric, children_v numeric, children_cn numeric, children_cd numeric, children_q smallint,
  children_absence text, children_from text,
  whole_n numeric, whole_d numeric, whole_v numeric, whole_cn numeric, whole_cd numeric, whole_q smallint, whole_absence text,
  whole_from text, number boolean, own_number boolean,
  own_there smallint, own_carried boolean, children_there smallint, children_carried boolean, whole_there smallint,
  whole_carried boolean);
CREATE INDEX ix_work_fact ON work_fact (indicator, period, unit);
CREATE TEMP TABLE work_rollup (indicator text, period text, unit text);
CREATE TEMP TABLE work_given (indicator text, period text, unit text);
CREATE TEMP TABLE work_correction (
  indicator text, period text, unit text, scope text, measurement_id text, revision integer, recorded_at timestamptz, reason_code text,
  reason_text text, withdrawn boolean, numerator numeric, denominator numeric, value numeric, qualifiers smallint, absence text,
  old_revision integer, old_numerator numeric, old_denominator numeric, old_value numeric, old_qualifiers smallint, old_absence text);
CREATE TEMP TABLE work_key (indicator text, period text, unit text, level smallint, parent text);
CREATE INDEX ix_work_key ON work_key (indicator, period);
