-- Of which of the keys themselves a fact is known, be it withdrawn.
SELECT DISTINCT k.indicator, k.period, k.unit
FROM work_key k
JOIN rollup_period p ON p.indicator = k.indicator AND p.period = k.period
JOIN rollup_period s ON s.indicator = p.indicator
  AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
JOIN fact f ON f.indicator = s.indicator AND f.period = s.period AND f.unit = k.unit
WHERE k.level <= p.lowest
