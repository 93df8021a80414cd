-- What changed figures move: every kept period that contains theirs, at the unit and all above it, and what is weighed by them. Where the unit's life
-- ends before such a period closes, also at those to whom its figure is carried.
-- In: work_change indicator, period, unit. Out: like work_key.
WITH contained AS MATERIALIZED (
  SELECT s.indicator, s.period AS inner_period, s.closes AS inner_closes, q.period, q.closes, q.lowest, q.kind IN ('RATIO', 'COUNT') AS carries
  FROM (SELECT DISTINCT indicator, period FROM work_change) c
  JOIN rollup_period s ON s.indicator = c.indicator AND s.period = c.period
  JOIN rollup_period q ON q.indicator = s.indicator
    AND q.starts <= CASE q.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END AND q.closes >= s.closes
),
changed AS MATERIALIZED (
  SELECT DISTINCT q.indicator, q.period, c.unit, q.inner_closes, q.closes, q.lowest, q.carries
  FROM work_change c
  JOIN contained q ON q.indicator = c.indicator AND q.inner_period = c.period
),
given AS MATERIALIZED (
  SELECT DISTINCT unit, inner_closes AS since, closes FROM changed WHERE carries AND inner_closes < closes
),
moved AS (
  SELECT indicator, period, unit, closes, lowest FROM changed
  UNION
  SELECT c.indicator, c.period, s.successor, c.closes, c.lowest
  FROM (
    {successors}
  ) s
  JOIN changed c ON c.unit = s.unit AND c.inner_closes = s.since AND c.closes = s.closes AND c.carries
)

SELECT m.indicator, m.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM moved m
JOIN unit_ancestor a ON a.unit = m.unit AND a.valid_from <= m.closes AND a.valid_to > m.closes AND a.unit_level <= m.lowest
UNION
-- What stands and is weighed by them; a weight may be reported below what it weighs. Periods that are made as wholes have their own keys.
SELECT q.indicator, q.period, a.ancestor, a.ancestor_level, a.ancestor_parent
FROM moved m
JOIN rollup_period q ON q.weight = m.indicator AND q.period = m.period
JOIN unit_ancestor a ON a.unit = m.unit AND a.valid_from <= m.closes AND a.valid_to > m.closes AND a.unit_level <= m.lowest
JOIN rollup r ON r.indicator = q.indicator AND r.period = q.period AND r.unit = a.ancestor
WHERE NOT EXISTS (SELECT FROM work_touched t WHERE t.indicator = q.indicator AND t.period = q.period)
