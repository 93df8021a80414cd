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
),
-- A weight may be reported below what it weighs: "lowest" is where a change counts, "upward" from where on it is seen.
with_weighed AS (
  SELECT indicator, period, unit, closes, lowest, lowest AS upward FROM moved
  UNION
  SELECT q.indicator, q.period, m.unit, q.closes, m.lowest, q.lowest FROM moved m JOIN rollup_period q ON q.weight = m.indicator AND q.period = m.period
)
SELECT m.indicator, m.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM with_weighed m
JOIN unit_ancestor a ON a.unit = m.unit AND a.valid_from <= m.closes AND a.valid_to > m.closes
  AND a.unit_level <= m.lowest AND a.ancestor_level <= m.upward
