-- Of those that should report at or below a unit: who gave nothing and stands in no stated figure of a unit between; {most} of them, smallest first.
-- In: {items} indicator, period, unit, level, closes, reported_by; {rows} like rollup. Out: indicator, period, unit, codes.
SELECT m.indicator, m.period, m.unit, (array_agg(m.code ORDER BY m.code)){most} AS codes
FROM (
  SELECT i.indicator, i.period, i.unit, i.level, i.closes, a.unit AS code
  FROM {items} i
  JOIN unit_ancestor a ON a.ancestor = i.unit AND a.valid_from <= i.closes AND a.valid_to > i.closes
  WHERE (i.reported_by >> a.unit_level & 1) = 1
) m
LEFT JOIN {rows} r ON r.indicator = m.indicator AND r.period = m.period AND r.unit = m.code
WHERE (r.unit IS NULL
    OR (r.whole_expected > r.children_expected AND r.whole_reporting = r.children_reporting
      AND CASE r.level WHEN 1 THEN r.province_counted WHEN 2 THEN r.district_counted ELSE r.commune_counted END = 0))
  AND NOT EXISTS (
    SELECT
    FROM unit_ancestor x
    JOIN {rows} c ON c.unit = x.ancestor
    WHERE x.unit = m.code AND c.indicator = m.indicator AND c.period = m.period
      AND x.valid_from <= m.closes AND x.valid_to > m.closes AND x.ancestor_level >= m.level
      AND ((x.ancestor <> m.unit AND c.up_counted = c.whole_expected)
        OR (x.ancestor <> m.code AND c.children_counted < c.children_expected
          AND c.children_expected = c.whole_counted
            - CASE c.level WHEN 1 THEN c.province_counted WHEN 2 THEN c.district_counted WHEN 3 THEN c.commune_counted ELSE 0 END)))
GROUP BY m.indicator, m.period, m.unit
