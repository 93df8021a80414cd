-- Where nothing can be added: how many figures there are below a unit, the lowest, the median and the highest. A figure is that of the nearest unit
-- below that states one for its whole.
-- In: {items} indicator, period, unit, level, closes; {rows} like rollup. Out: indicator, period, unit, number, lowest, median, highest.
SELECT d.indicator, d.period, d.unit, cardinality(d.v), d.v[1],
       (d.v[(cardinality(d.v) + 1) / 2] + d.v[cardinality(d.v) / 2 + 1]) / 2, d.v[cardinality(d.v)]
FROM (
  SELECT i.indicator, i.period, i.unit, array_agg(r.whole_stated_v ORDER BY r.whole_stated_v) AS v
  FROM {items} i
  JOIN unit_ancestor a ON a.ancestor = i.unit AND a.unit <> i.unit AND a.valid_from <= i.closes AND a.valid_to > i.closes
  JOIN {rows} r ON r.indicator = i.indicator AND r.period = i.period AND r.unit = a.unit
  WHERE r.whole_basis = 'STATED' AND r.whole_stated_v IS NOT NULL
    AND NOT EXISTS (
      SELECT
      FROM unit_ancestor x
      JOIN {rows} c ON c.unit = x.ancestor
      WHERE x.unit = a.unit AND x.ancestor <> a.unit AND c.indicator = i.indicator AND c.period = i.period
        AND x.valid_from <= i.closes AND x.valid_to > i.closes AND x.ancestor_level > i.level
        AND c.whole_basis = 'STATED' AND c.whole_stated_v IS NOT NULL)
  GROUP BY i.indicator, i.period, i.unit
) d
