-- How many figures kept periods have, whether they are weighed, and whether they have others inside. In: indicators, periods (pairs).
SELECT p.indicator, p.period, p.kind = 'SHARE',
       EXISTS (
         SELECT FROM rollup_period s
         WHERE s.indicator = p.indicator AND s.period <> p.period
           AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes),
       f.facts
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
CROSS JOIN LATERAL (SELECT count(*) AS facts FROM fact f WHERE f.indicator = p.indicator AND f.period = p.period) f
ORDER BY p.indicator, p.period
