-- How many figures kept periods have, and whether they are weighed. In: indicators, periods (pairs).
SELECT p.indicator, p.period, p.kind = 'SHARE', f.facts
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
CROSS JOIN LATERAL (SELECT count(*) AS facts FROM fact f WHERE f.indicator = p.indicator AND f.period = p.period) f
ORDER BY p.indicator, p.period
