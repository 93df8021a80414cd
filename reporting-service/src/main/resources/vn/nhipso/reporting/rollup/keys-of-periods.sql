-- All that whole periods are made of: the units with a fact in them, those to whom one is carried, and everything above.
-- In: {periods} like rollup_period. Out: like work_key.
-- Climbed a level at a time: what lies above is the same for all units below one, and found once.
SELECT k.indicator, k.period, k.unit, k.level, k.parent
FROM (
  WITH RECURSIVE climbing AS (
    SELECT g.indicator, g.period, g.closes, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
    FROM (
      SELECT i.indicator, i.period, i.closes, i.lowest, f.unit
      FROM (
        {inside}
      ) i
      JOIN fact f ON f.indicator = i.indicator AND f.period = i.source
      UNION ALL
      SELECT i.indicator, i.period, i.closes, i.lowest, n.successor
      FROM (
        {successors}
      ) n
      JOIN (
        {inside}
      ) i ON i.closes = n.closes AND i.source_closes = n.since AND i.carries
      JOIN fact f ON f.indicator = i.indicator AND f.period = i.source AND f.unit = n.unit
    ) g
    JOIN unit_ancestor a ON a.unit = g.unit AND a.ancestor = a.unit AND a.valid_from <= g.closes AND a.valid_to > g.closes AND a.unit_level <= g.lowest
    UNION
    SELECT c.indicator, c.period, c.closes, a.ancestor, a.ancestor_level, a.ancestor_parent
    FROM climbing c
    JOIN unit_ancestor a ON a.unit = c.parent AND a.ancestor = a.unit AND a.valid_from <= c.closes AND a.valid_to > c.closes
      AND a.ancestor_level < c.level
  )
  SELECT * FROM climbing
) k
