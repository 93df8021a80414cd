-- All communes at or below the units asked for, and everything between. In: {periods} like rollup_period; asked unit. Out: like work_key.
SELECT DISTINCT p.indicator, p.period, a.ancestor AS unit, a.ancestor_level AS level, a.ancestor_parent AS parent
FROM {periods} p
CROSS JOIN asked
JOIN unit_ancestor top ON top.ancestor = asked.unit AND top.valid_from <= p.closes AND top.valid_to > p.closes AND top.unit_level = 3
JOIN unit_ancestor a ON a.unit = top.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes AND a.ancestor_level >= top.ancestor_level
