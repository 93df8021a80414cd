-- Rollups of periods that are not kept. They can be there by no event.
-- From one period to the next by the index: the rollups themselves are a thousand times as many.
WITH RECURSIVE served AS (
  (SELECT indicator, period FROM rollup ORDER BY indicator, period LIMIT 1)
  UNION ALL
  SELECT n.indicator, n.period
  FROM served s
  CROSS JOIN LATERAL (
    SELECT indicator, period FROM rollup WHERE (indicator, period) > (s.indicator, s.period) ORDER BY indicator, period LIMIT 1
  ) n
)
SELECT s.indicator, s.period
FROM served s
WHERE NOT EXISTS (SELECT FROM rollup_period p WHERE p.indicator = s.indicator AND p.period = s.period)
