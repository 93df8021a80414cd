-- What is needed for the units asked for: those at or below them with a fact in the periods asked for, or to whom one may be carried because their
-- life begins inside, and everything between.
-- In: {periods} like rollup_period; asked unit. Out: like work_key.
-- Which periods lie inside is fenced: as of a moment it is asked of definitions, and not again for every unit.
WITH inside AS MATERIALIZED (
  SELECT p.indicator, p.period, p.closes, p.lowest, s.period AS source
  FROM {periods} p
  JOIN rollup_period s ON s.indicator = p.indicator
    AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
)
SELECT DISTINCT p.indicator, p.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM inside p
JOIN fact f ON f.indicator = p.indicator AND f.period = p.source
JOIN unit_ancestor top ON top.unit = f.unit AND top.valid_from <= p.closes AND top.valid_to > p.closes AND top.unit_level <= p.lowest
JOIN asked ON asked.unit = top.ancestor
JOIN unit_ancestor a ON a.unit = f.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes AND a.ancestor_level >= top.ancestor_level
UNION
SELECT p.indicator, p.period, a.ancestor, a.ancestor_level, a.ancestor_parent
FROM {periods} p
CROSS JOIN asked
JOIN unit_ancestor top ON top.ancestor = asked.unit AND top.valid_from <= p.closes AND top.valid_to > p.closes AND top.unit_level <= p.lowest
JOIN unit_life l ON l.unit = top.unit AND l.valid_from > p.starts AND l.valid_from <= p.closes AND l.valid_to > p.closes
JOIN unit_ancestor a ON a.unit = top.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes AND a.ancestor_level >= top.ancestor_level
WHERE p.kind IN ('RATIO', 'COUNT')
  AND EXISTS (
    SELECT FROM rollup_period s
    WHERE s.indicator = p.indicator AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes < p.closes)
