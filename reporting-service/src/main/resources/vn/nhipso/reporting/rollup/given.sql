-- Of which of the keys themselves a fact is known, be it withdrawn, or carried to them.
SELECT DISTINCT k.indicator, k.period, k.unit
FROM work_key k
JOIN rollup_period p ON p.indicator = k.indicator AND p.period = k.period
JOIN rollup_period s ON s.indicator = p.indicator
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
JOIN fact f ON f.indicator = s.indicator AND f.period = s.period AND f.unit = k.unit
WHERE k.level <= p.lowest
UNION
SELECT k.indicator, k.period, k.unit
FROM (
  {before}
) b
JOIN fact f ON f.unit = b.node
JOIN rollup_period s ON s.indicator = f.indicator AND s.period = f.period AND s.closes >= b.begins AND s.closes < b.until
JOIN rollup_period p ON p.indicator = s.indicator AND p.starts = b.starts AND p.closes = b.closes AND p.kind IN ('RATIO', 'COUNT')
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts
JOIN work_key k ON k.indicator = p.indicator AND k.period = p.period AND k.unit = b.unit AND k.level <= p.lowest
WHERE cardinality(b.path) > 1
