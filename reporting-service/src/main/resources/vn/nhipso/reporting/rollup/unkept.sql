-- Periods that figures were reported for, and those of their weights, that are not kept as the definitions say.
WITH reported AS (
  SELECT DISTINCT indicator, period FROM fact
),
wanted AS (
  SELECT indicator, period FROM reported
  UNION
  SELECT d.weight, r.period FROM reported r JOIN definition d ON d.code = r.indicator WHERE d.weight IS NOT NULL
),
defined AS (
  {defined}
)
SELECT indicator, period FROM (SELECT * FROM defined EXCEPT SELECT * FROM rollup_period) d
