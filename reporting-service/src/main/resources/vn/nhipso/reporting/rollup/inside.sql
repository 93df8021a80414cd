-- Which kept periods lie inside others, themselves among them. In: {periods} like rollup_period.
SELECT p.indicator, p.period, p.closes, p.lowest, p.kind IN ('RATIO', 'COUNT') AS carries, s.period AS source, s.closes AS source_closes
FROM {periods} p
JOIN rollup_period s ON s.indicator = p.indicator
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
OFFSET 0
