-- What stands and is weighed by what is touched, and everything above it.
-- In: work_key. Out: like work_key.
SELECT q.indicator, q.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM work_key k
JOIN rollup_period q ON q.weight = k.indicator AND q.period = k.period
JOIN rollup r ON r.indicator = q.indicator AND r.period = q.period AND r.unit = k.unit
JOIN unit_ancestor a ON a.unit = k.unit AND a.valid_from <= q.closes AND a.valid_to > q.closes
EXCEPT
SELECT indicator, period, unit, level, parent FROM work_key
