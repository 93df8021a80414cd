-- Periods that figures were reported for, and those of their weights, that are not kept as the definitions say.
-- From one period to the next by the index: the figures themselves are a thousand times as many.
WITH RECURSIVE reported AS (
  (SELECT indicator, period FROM fact ORDER BY indicator, period LIMIT 1)
  UNION ALL
  SELECT n.indicator, n.period
  FROM reported r
  CROSS JOIN LATERAL (
    SELECT indicator, period FROM fact WHERE (indicator, period) > (r.indicator, r.period) ORDER BY indicator, period LIMIT 1
  ) n
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
