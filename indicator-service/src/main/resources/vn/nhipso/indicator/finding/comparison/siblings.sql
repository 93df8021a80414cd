-- The measurements of the units with the same parent and level on the closing day, themselves included; n is the first that asked for the group.
-- Measurements are fenced, so that they are looked up by their whole key: a plan made while there are few is kept, and reads all of a unit's later.
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[]) WITH ORDINALITY AS a (unit, period, indicator, scope, day, n)),
grouped AS MATERIALIZED (
  SELECT min(asked.n) AS n, asked.period, asked.indicator, asked.scope, asked.day, v.parent_code, v.level
  FROM asked JOIN unit_version v ON v.code = asked.unit AND v.valid_from <= asked.day AND (v.valid_to IS NULL OR v.valid_to > asked.day)
  WHERE v.parent_code IS NOT NULL
  GROUP BY asked.period, asked.indicator, asked.scope, asked.day, v.parent_code, v.level)
SELECT grouped.n, m.unit, m.definition_version, m.published,
  m.numerator, m.denominator, m.value, array_to_string(m.qualifiers, ','),
  m.draft IS NOT NULL, (m.draft ->> 'numerator')::numeric, (m.draft ->> 'denominator')::numeric, (m.draft ->> 'value')::numeric,
  (SELECT string_agg(q, ',') FROM jsonb_array_elements_text(m.draft -> 'qualifiers') AS q)
FROM grouped
JOIN unit_version s ON s.parent_code = grouped.parent_code AND s.level = grouped.level
  AND s.valid_from <= grouped.day AND (s.valid_to IS NULL OR s.valid_to > grouped.day)
CROSS JOIN LATERAL (
  SELECT * FROM measurement m
  WHERE m.unit = s.code AND m.period = grouped.period AND m.indicator = grouped.indicator AND m.scope = grouped.scope
  OFFSET 0) m
ORDER BY grouped.n, m.unit
