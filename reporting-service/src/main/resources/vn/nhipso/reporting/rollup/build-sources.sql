-- The periods whose figures can count for others, and whether that is each for itself only. In: indicators, periods (pairs).
SELECT s.period, bool_and(s.period = p.period)
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
JOIN rollup_period s ON s.indicator = p.indicator
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
GROUP BY s.period
