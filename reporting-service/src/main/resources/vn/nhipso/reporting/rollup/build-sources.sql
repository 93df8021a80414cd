-- The periods whose figures can count for others. In: indicators, periods (pairs).
SELECT DISTINCT s.period
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
JOIN rollup_period s ON s.indicator = p.indicator AND s.starts <= p.closes AND s.closes >= p.starts
