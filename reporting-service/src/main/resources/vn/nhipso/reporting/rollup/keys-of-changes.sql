-- What changed figures move: every kept period that contains theirs, at the unit and all above it, and what is weighed by them.
-- In: work_change indicator, period, unit. Out: like work_key.
WITH contained AS MATERIALIZED (
  SELECT s.indicator, s.period AS inner_period, q.period, q.closes, q.lowest
  FROM (SELECT DISTINCT indicator, period FROM work_change) c
  JOIN rollup_period s ON s.indicator = c.indicator AND s.period = c.period
  JOIN rollup_period q ON q.indicator = s.indicator
    AND q.starts <= CASE q.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END AND q.closes >= s.closes
),
moved AS (
  SELECT DISTINCT q.indicator, q.period, c.unit, q.closes, q.lowest
  FROM work_change c
  JOIN contained q ON q.indicator = c.indicator AND q.inner_period = c.period
)

SELECT m.indicator, m.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM moved m
JOIN unit_ancestor a ON a.unit = m.unit AND a.valid_from <= m.closes AND a.valid_to > m.closes AND a.unit_level <= m.lowest
UNION
-- What stands and is weighed by them; a weight may be reported below what it weighs.
SELECT q.indicator, q.period, a.ancestor, a.ancestor_level, a.ancestor_parent
FROM moved m
JOIN rollup_period q ON q.weight = m.indicator AND q.period = m.period
JOIN unit_ancestor a ON a.unit = m.unit AND a.valid_from <= m.closes AND a.valid_to > m.closes AND a.unit_level <= m.lowest
JOIN rollup r ON r.indicator = q.indicator AND r.period = q.period AND r.unit = a.ancestor
