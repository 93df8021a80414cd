-- The rollups touched and everything above them; what of it is no longer there on the closing day is left out.
-- In: work_rollup indicator, period, unit. Out: like work_key.
SELECT DISTINCT t.indicator, t.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM work_rollup t
JOIN rollup_period p ON p.indicator = t.indicator AND p.period = t.period
JOIN unit_ancestor a ON a.unit = t.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes AND a.unit_level <= p.lowest
