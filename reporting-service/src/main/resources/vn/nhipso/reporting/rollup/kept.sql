-- Rollups that are kept. In: indicators, periods (pairs); units.
SELECT r.*
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.unit = ANY (?::text[])
