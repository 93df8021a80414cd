-- Which rollups a change of the hierarchy touches: those that stand of units that lie elsewhere on the closing day or have others below them, those of
-- facts of such units, those of facts that are carried from a day to another between which their unit's life now ends, or no longer does, and those to
-- which figures are carried otherwise than before along what begins, ends or goes elsewhere.
-- In: moved_unit unit, days; moved_life and moved_lineage unit, day. Out: indicator, period, unit.
-- Units come first, fenced: from the periods on, a few units would be looked for among all rollups, and many in every period.
WITH standing AS MATERIALIZED (
  SELECT r.indicator, r.period, r.unit, m.days FROM moved_unit m JOIN rollup r ON r.unit = m.unit
),
given AS MATERIALIZED (
  SELECT f.indicator, f.period, f.unit, m.days FROM moved_unit m JOIN fact f ON f.unit = m.unit
),
carried AS MATERIALIZED (
  SELECT f.indicator, f.period, f.unit, l.day FROM moved_life l JOIN fact f ON f.unit = l.unit
),
contained AS MATERIALIZED (
  SELECT p.indicator, p.period, p.kind IN ('RATIO', 'COUNT') AS carries, p.starts, p.closes, s.period AS source, s.closes AS source_closes
  FROM rollup_period p
  JOIN rollup_period s ON s.indicator = p.indicator
    AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
),
affected AS MATERIALIZED (
  SELECT * FROM (
    WITH RECURSIVE a AS (
      SELECT unit, day FROM (SELECT * FROM moved_life UNION SELECT * FROM moved_lineage) m
      UNION
      SELECT e.to_code, e.effective_on FROM a JOIN lineage_edge e ON e.from_code = a.unit AND e.population = 'WHOLE' WHERE e.to_code IS NOT NULL
    )
    SELECT * FROM a
  ) r
),
begun AS MATERIALIZED (
  SELECT DISTINCT a.unit, p.starts, p.closes
  FROM affected a
  JOIN (SELECT DISTINCT starts, closes FROM contained WHERE carries AND source_closes < closes) p ON a.day > p.starts AND a.day <= p.closes
),
from_others AS MATERIALIZED (
  SELECT b.unit, b.starts, b.closes, b.begins, b.until, f.indicator, f.period
  FROM (
    {before}
  ) b
  JOIN fact f ON f.unit = b.node
  WHERE cardinality(b.path) > 1
)
SELECT r.indicator, r.period, r.unit
FROM standing r
JOIN rollup_period p ON p.indicator = r.indicator AND p.period = r.period
WHERE r.days @> p.closes
UNION
SELECT p.indicator, p.period, f.unit
FROM given f
JOIN contained p ON p.indicator = f.indicator AND p.source = f.period
WHERE f.days @> p.closes
UNION
SELECT p.indicator, p.period, f.unit
FROM carried f
JOIN contained p ON p.indicator = f.indicator AND p.source = f.period
WHERE f.day > p.starts AND f.day <= p.closes
UNION
SELECT r.indicator, r.period, r.unit
FROM affected a
JOIN rollup r ON r.unit = a.unit
JOIN rollup_period p ON p.indicator = r.indicator AND p.period = r.period AND p.kind IN ('RATIO', 'COUNT') AND a.day > p.starts AND a.day <= p.closes
UNION
SELECT p.indicator, p.period, o.unit
FROM from_others o
JOIN contained p ON p.indicator = o.indicator AND p.source = o.period AND p.starts = o.starts AND p.closes = o.closes AND p.carries
  AND p.source_closes >= o.begins AND p.source_closes < o.until
