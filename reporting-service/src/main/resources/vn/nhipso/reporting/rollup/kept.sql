-- Rollups that are kept. In: indicators, periods (pairs); units.
WITH found AS MATERIALIZED (
  SELECT r.*
  FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  CROSS JOIN unnest(?::text[]) AS a (unit)
  JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.unit = a.unit
),
items AS (
  SELECT f.indicator, f.period, f.unit, f.level, p.closes, p.reported_by, p.kind
  FROM found f JOIN rollup_period p ON p.indicator = f.indicator AND p.period = f.period
  WHERE f.whole_reporting < f.whole_expected OR p.kind = 'SHARE'
),
missing AS (
  {missing}
),
distribution (indicator, period, unit, number, lowest, median, highest) AS (
  {distribution}
)
SELECT f.*, m.codes AS missing, d.number, d.lowest, d.median, d.highest
FROM found f
LEFT JOIN missing m ON m.indicator = f.indicator AND m.period = f.period AND m.unit = f.unit
LEFT JOIN distribution d ON d.indicator = f.indicator AND d.period = f.period AND d.unit = f.unit
