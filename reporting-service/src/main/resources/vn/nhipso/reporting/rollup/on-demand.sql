-- Rollups of any periods for the units asked for, from the facts, by the steps that keep the others up to date.
-- In: indicators, periods (pairs); the same periods as period, kind, starts, ends, months; units. {keys}, {facts}, {plain} and {weighed} make it;
-- {expected} is a row by which the planner knows whether it will be much.
WITH pair AS (
  SELECT DISTINCT * FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
),
spelled AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::smallint[]) AS s (period, kind, starts, ends, months)
),
asked AS (
  SELECT DISTINCT * FROM unnest(?::text[]) AS a (unit)
),
wanted AS (
  SELECT indicator, period FROM pair
  UNION
  SELECT d.weight, p.period FROM pair p JOIN definition d ON d.code = p.indicator WHERE d.weight IS NOT NULL
),
periods AS MATERIALIZED (
  {defined}
),
keys AS MATERIALIZED (
  SELECT q.* FROM {expected} CROSS JOIN (
    {keys}
  ) q
),
facts AS MATERIALIZED (
  SELECT q.* FROM {expected} CROSS JOIN (
    {facts}
  ) q
),
{plain},
{weighed},
found AS MATERIALIZED (SELECT * FROM plain UNION ALL SELECT * FROM weighed),
items AS (
  SELECT f.indicator, f.period, f.unit, f.level, p.closes, p.reported_by, p.kind
  FROM found f JOIN periods p ON p.indicator = f.indicator AND p.period = f.period
  WHERE (f.indicator, f.period) IN (SELECT * FROM pair) AND f.unit IN (SELECT unit FROM asked)
    AND (f.whole_reporting < f.whole_expected OR p.kind = 'SHARE')
),
missing AS (
  {missing}
),
distribution (indicator, period, unit, number, lowest, median, highest) AS (
  {distribution}
)
SELECT f.*, m.codes AS missing, d.number, d.lowest, d.median, d.highest
FROM found f
LEFT JOIN missing m ON m.indicator = f.indicator AND m.period = f.period AND m.unit = f.unit
LEFT JOIN distribution d ON d.indicator = f.indicator AND d.period = f.period AND d.unit = f.unit
WHERE (f.indicator, f.period) IN (SELECT * FROM pair) AND f.unit IN (SELECT unit FROM asked)
