-- Rollups of any periods for the units asked for, from the facts, by the steps that keep the others up to date. In: {tree}.
WITH {tree},
items AS (
  SELECT f.indicator, f.period, f.unit, f.level, p.closes, p.reported_by, p.kind
  FROM found f JOIN periods p ON p.indicator = f.indicator AND p.period = f.period
  WHERE (f.indicator, f.period) IN (SELECT * FROM pair) AND f.unit IN (SELECT unit FROM asked)
    AND (f.whole_reporting < f.whole_expected OR p.kind = 'SHARE')
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
WHERE (f.indicator, f.period) IN (SELECT * FROM pair) AND f.unit IN (SELECT unit FROM asked)
