-- Of which facts the figures are that count for units and periods, by the definition itself.
-- In: indicators, periods, units; the same periods as period, kind, starts, ends, months.
WITH asked AS (
  SELECT DISTINCT * FROM unnest(?::text[], ?::text[], ?::text[]) AS a (indicator, period, unit)
),
spelled AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::smallint[]) AS s (period, kind, starts, ends, months)
),
wanted AS (
  SELECT DISTINCT indicator, period FROM asked
),
periods AS MATERIALIZED (
  {defined}
),
keys AS MATERIALIZED (
  SELECT indicator, period, unit FROM asked
),
figures AS MATERIALIZED (
  {facts}
)
SELECT g.indicator, g.period, g.unit, x.scope, f.unit AS source_unit, f.period AS source_period, f.numerator, f.denominator, f.value, f.qualifiers,
       f.revision, f.measurement_id, f.recorded_at
FROM figures g
CROSS JOIN LATERAL (VALUES ('OWN', g.own_trail), ('CHILDREN', g.children_trail), ('WHOLE', g.whole_trail)) AS x (scope, trail)
CROSS JOIN LATERAL string_to_table(x.trail, ' ') AS t (fact)
-- One each, by its key: nobody can tell the planner how many there are, and it would read all facts.
CROSS JOIN LATERAL (
  SELECT *
  FROM fact f
  WHERE f.indicator = g.indicator AND f.period = split_part(t.fact, '@', 2) AND f.unit = split_part(t.fact, '@', 1) AND f.scope = x.scope
  LIMIT 1
) f
ORDER BY g.indicator, g.period, g.unit, x.scope, f.unit, f.period
