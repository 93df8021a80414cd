-- Rows of one delivery with the same key: equal ones follow the first of them, different ones contradict each other.
WITH several AS (
  SELECT unit, period, indicator, scope, count(DISTINCT said) AS sayings, array_agg(line ORDER BY line) AS lines
  FROM measurement_stage_row WHERE stage = ? AND unit IS NOT NULL
  GROUP BY unit, period, indicator, scope HAVING count(*) > 1),
settled AS (
  UPDATE measurement_stage_row r SET
    leader = CASE WHEN s.sayings = 1 THEN s.lines[1] END,
    conflict = CASE WHEN s.sayings > 1 THEN s.lines[1:20] END
  FROM several s
  WHERE r.stage = ? AND r.unit = s.unit AND r.period = s.period AND r.indicator = s.indicator AND r.scope = s.scope)
UPDATE measurement_stage SET state = 'FILLED', touched_at = now() WHERE id = ? AND state = 'FILLING'
