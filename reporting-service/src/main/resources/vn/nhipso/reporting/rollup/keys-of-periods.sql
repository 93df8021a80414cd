-- All that whole periods are made of: the units with a fact in them, those to whom one is carried, and everything above.
-- In: {periods} like rollup_period. Out: like work_key.
-- Which periods lie inside is fenced, and so is which units that are: many facts, few units.
SELECT f.indicator, f.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM (
  SELECT DISTINCT i.indicator, i.period, i.closes, i.lowest, f.unit
  FROM (
    {inside}
  ) i
  JOIN fact f ON f.indicator = i.indicator AND f.period = i.source
) f
JOIN unit_ancestor a ON a.unit = f.unit AND a.valid_from <= f.closes AND a.valid_to > f.closes AND a.unit_level <= f.lowest
UNION
SELECT i.indicator, i.period, a.ancestor, a.ancestor_level, a.ancestor_parent
FROM (
  {successors}
) n
JOIN unit_ancestor a ON a.unit = n.successor AND a.valid_from <= n.closes AND a.valid_to > n.closes
JOIN (
  {inside}
) i ON i.closes = n.closes AND i.source_closes = n.since AND a.unit_level <= i.lowest AND i.carries
JOIN fact f ON f.indicator = i.indicator AND f.period = i.source AND f.unit = n.unit
