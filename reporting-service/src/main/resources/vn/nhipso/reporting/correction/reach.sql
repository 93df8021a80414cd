-- Whose figures the corrections of the batch can move: of every kept period that contains theirs the unit and all above it, and what is weighed by them.
-- Only what is made anew is among them.
INSERT INTO work_reach
SELECT DISTINCT c.measurement_id, k.indicator, k.period, k.unit
FROM work_correction c
JOIN rollup_period s ON s.indicator = c.indicator AND s.period = c.period
JOIN rollup_period q ON q.indicator = c.indicator
  AND q.starts <= CASE q.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END AND q.closes >= s.closes
JOIN unit_ancestor a ON a.unit = c.unit AND a.valid_from <= q.closes AND a.valid_to > q.closes
JOIN work_key k ON k.period = q.period AND k.unit = a.ancestor
JOIN rollup_period o ON o.indicator = k.indicator AND o.period = k.period
WHERE k.indicator = c.indicator OR o.weight = c.indicator
