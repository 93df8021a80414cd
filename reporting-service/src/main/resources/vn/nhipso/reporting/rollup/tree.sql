-- Everything at or below the units asked for that a rollup is made of, for a WITH list: periods, keys, facts, and the rows themselves.
-- In:  indicators, periods (pairs); the same periods as period, kind, starts, ends, months; units. {keys} and {facts} say where from, {rows} how
--      found comes about; {expected} is a row by which the planner knows whether it will be much.
-- Out: pair, spelled, asked, wanted, periods, keys, facts, found (like rollup, with the rows of the weights).
pair AS (
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
{rows}
