-- Rollups of periods that are not kept. They can be there by no event.
SELECT DISTINCT r.indicator, r.period
FROM rollup r
WHERE NOT EXISTS (SELECT FROM rollup_period p WHERE p.indicator = r.indicator AND p.period = r.period)
