-- From each of the asked units, read on its day, up to the root: the unit itself first, nearest ancestors next.
WITH RECURSIVE asked (code, day) AS (
  SELECT DISTINCT * FROM unnest(?::text[], ?::date[])),
climb (code, day, at, step) AS (
  SELECT code, day, code COLLATE "C", 0 FROM asked
  UNION ALL
  SELECT climb.code, climb.day, v.parent_code COLLATE "C", climb.step + 1
  FROM climb JOIN unit_version v ON v.code = climb.at AND v.valid_from <= climb.day AND (v.valid_to IS NULL OR v.valid_to > climb.day)
  WHERE v.parent_code IS NOT NULL AND climb.step < 10)
SELECT code, day, at FROM climb ORDER BY code, day, step
