-- All figures of the asked units and years, in every period of the year, that cite the same weights as the asked indicators do, or are of those
-- weights; n is the first that asked.
WITH asked AS MATERIALIZED (
  SELECT min(n) AS n, unit, year, scope, array_agg(DISTINCT indicator) AS indicators
  FROM unnest(?::text[], ?::int[], ?::text[], ?::text[]) WITH ORDINALITY AS a (unit, year, indicator, scope, n)
  GROUP BY unit, year, scope),
citing AS MATERIALIZED (
  SELECT code, denominator_indicator AS weight FROM indicator WHERE denominator_indicator IS NOT NULL),
wanted AS MATERIALIZED (
  SELECT DISTINCT asked.n, citing.weight
  FROM asked JOIN citing ON citing.code = ANY (asked.indicators) OR citing.weight = ANY (asked.indicators))
SELECT asked.n, wanted.weight, figure.code, m.period, m.revision, m.published,
  CASE WHEN figure.code = wanted.weight THEN CASE WHEN m.qualifiers = '{}' THEN m.value END ELSE m.denominator END,
  CASE WHEN m.draft IS NULL THEN m.denominator ELSE (m.draft ->> 'denominator')::numeric END
FROM asked
JOIN wanted ON wanted.n = asked.n
JOIN LATERAL (
  SELECT code FROM citing WHERE citing.weight = wanted.weight UNION SELECT wanted.weight) AS figure ON true
JOIN measurement m ON m.unit = asked.unit AND m.period >= asked.year::text AND m.period < (asked.year + 1)::text
  AND m.indicator = figure.code AND m.scope = asked.scope
ORDER BY asked.n, wanted.weight, m.period, figure.code
