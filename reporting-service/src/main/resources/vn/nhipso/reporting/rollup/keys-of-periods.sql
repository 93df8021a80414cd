-- All that whole periods are made of: the units with a fact in them, and everything above.
-- In: {periods} like rollup_period. Out: like work_key.
SELECT p.indicator, p.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM {periods} p
JOIN rollup_period s ON s.indicator = p.indicator
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
JOIN fact f ON f.indicator = s.indicator AND f.period = s.period
JOIN unit_ancestor a ON a.unit = f.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes AND a.unit_level <= p.lowest
