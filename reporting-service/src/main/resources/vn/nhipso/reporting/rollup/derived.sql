-- What the figures of periods would be if nobody had reported them.
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
)
SELECT f.* FROM (
  {facts}
) f
