-- Whose figures the corrections of the batch can move: of every kept period that contains theirs the unit and all above it, and what is weighed by them.
-- Only what is made anew is among them.
INSERT INTO work_reach
WITH contained AS MATERIALIZED (
  SELECT DISTINCT s.indicator, s.period AS inner_period, q.period, q.closes
  FROM (SELECT DISTINCT indicator, period FROM work_correction) c
  JOIN rollup_period s ON s.indicator = c.indicator AND s.period = c.period
  JOIN rollup_period q ON q.indicator = c.indicator
    AND q.starts <= CASE q.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END AND q.closes >= s.closes
),
moved AS (
  SELECT q.indicator, q.inner_period, q.indicator AS of_indicator, q.period, q.closes FROM contained q
  UNION ALL
  SELECT q.indicator, q.inner_period, o.indicator, q.period, q.closes
  FROM contained q
  JOIN rollup_period o ON o.weight = q.indicator AND o.period = q.period
)
SELECT DISTINCT c.measurement_id, k.indicator, k.period, k.unit
FROM work_correction c
JOIN moved m ON m.indicator = c.indicator AND m.inner_period = c.period
JOIN unit_ancestor a ON a.unit = c.unit AND a.valid_from <= m.closes AND a.valid_to > m.closes
JOIN work_key k ON k.indicator = m.of_indicator AND k.period = m.period AND k.unit = a.ancestor
