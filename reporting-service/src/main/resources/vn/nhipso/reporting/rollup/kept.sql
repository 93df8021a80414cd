-- Rollups that are kept. In: indicators, periods (pairs); units.
SELECT r.*
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
CROSS JOIN unnest(?::text[]) AS a (unit)
JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.unit = a.unit
