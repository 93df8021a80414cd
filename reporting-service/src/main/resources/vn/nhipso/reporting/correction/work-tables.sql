-- Whose figures the corrections of a batch can move, how they were and are, and what stands beside them.
CREATE TEMP TABLE work_before (
  indicator text, period text, unit text, scope text, level smallint, parent text, basis text, n numeric, d numeric, dividend numeric,
  divisor numeric);
CREATE INDEX ix_work_before ON work_before (indicator, period, unit);
CREATE TEMP TABLE work_after (LIKE work_before);
CREATE INDEX ix_work_after ON work_after (indicator, period, unit);
CREATE TEMP TABLE work_beside (LIKE work_before);
CREATE INDEX ix_work_beside ON work_beside (indicator, period, unit);
CREATE TEMP TABLE work_moved (
  LIKE work_before, old_basis text, old_n numeric, old_d numeric, old_dividend numeric, old_divisor numeric);
CREATE INDEX ix_work_moved ON work_moved (indicator, period, unit);
CREATE TEMP TABLE work_reach (measurement_id text, indicator text, period text, unit text);
CREATE INDEX ix_work_reach ON work_reach (measurement_id);
