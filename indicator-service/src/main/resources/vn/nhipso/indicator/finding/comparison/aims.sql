-- The targets that may hold for units: their own, then those of the units above them on the day, the nearest first.
WITH RECURSIVE asked AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::date[]) WITH ORDINALITY AS a (unit, indicator, day, n)),
line (n, indicator, day, code, depth) AS (
  SELECT n, indicator, day, unit COLLATE "C", 0 FROM asked
  UNION ALL
  SELECT line.n, line.indicator, line.day, v.parent_code, line.depth + 1
  FROM line JOIN unit_version v ON v.code = line.code AND v.valid_from <= line.day AND (v.valid_to IS NULL OR v.valid_to > line.day)
  WHERE v.parent_code IS NOT NULL AND line.depth < 10)
SELECT line.n, line.depth, t.period, t.comparator, t.value
FROM line JOIN target t ON t.unit = line.code AND t.indicator = line.indicator AND t.superseded_by IS NULL AND NOT t.withdrawn
