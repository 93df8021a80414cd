-- What sources say in words about exactly these indicators, periods and units.
SELECT f.indicator, f.period, f.unit, f.scope, f.stated
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN fact f ON f.indicator = w.indicator AND f.period = w.period AND f.unit = ANY (?::text[])
WHERE f.stated IS NOT NULL AND NOT f.withdrawn
