-- All that whole periods are made of: the units with a fact in them, those to whom one is carried, and everything above.
-- In: {periods} like rollup_period. Out: like work_key.
SELECT p.indicator, p.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM {periods} p
JOIN rollup_period s ON s.indicator = p.indicator
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
JOIN fact f ON f.indicator = s.indicator AND f.period = s.period
JOIN unit_ancestor a ON a.unit = f.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes AND a.unit_level <= p.lowest
UNION
SELECT p.indicator, p.period, a.ancestor, a.ancestor_level, a.ancestor_parent
FROM (
  {successors}
) n
JOIN unit_ancestor a ON a.unit = n.successor AND a.valid_from <= n.closes AND a.valid_to > n.closes
JOIN {periods} p ON p.closes = n.closes AND a.unit_level <= p.lowest AND p.kind IN ('RATIO', 'COUNT')
JOIN rollup_period s ON s.indicator = p.indicator AND s.closes = n.since
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
JOIN fact f ON f.indicator = s.indicator AND f.period = s.period AND f.unit = n.unit
