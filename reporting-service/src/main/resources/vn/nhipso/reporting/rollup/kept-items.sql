-- Kept rollups of which more is asked than stands in them. In: indicators, periods, units, levels. Out: as {items} of missing.sql and distribution.sql.
SELECT w.indicator, w.period, w.unit, w.level, p.closes, p.reported_by, p.kind
FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[]) AS w (indicator, period, unit, level)
JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
