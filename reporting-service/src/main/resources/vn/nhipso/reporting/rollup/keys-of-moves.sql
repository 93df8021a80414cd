-- Which rollups a change of the hierarchy touches: those that stand of units that lie elsewhere on the closing day or have others below them, those of
-- facts of such units, and those of facts that are carried from a day to another between which their unit's life now ends, or no longer does.
-- In: moved_unit unit, days; moved_life unit, day. Out: indicator, period, unit.
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
  SELECT p.indicator, p.period, p.starts, p.closes, s.period AS source
  FROM rollup_period p
  JOIN rollup_period s ON s.indicator = p.indicator
    AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
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
