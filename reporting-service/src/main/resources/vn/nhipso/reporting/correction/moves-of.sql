-- What the corrections moved: what their batch did, as far as they reach. In: positions.
SELECT c.position, m.*, d.kind, d.unit_of_measure, d.direction,
       d.kind IN ('RATIO', 'FLAG') OR (d.kind = 'SHARE' AND d.unit_of_measure = '%') AS in_percent
FROM correction c
JOIN correction_move m ON m.batch = c.batch AND m.indicator = ANY (c.indicators) AND m.period = ANY (c.periods)
  AND (m.unit = ANY (c.units) OR m.parent = ANY (c.units))
JOIN definition d ON d.code = m.indicator AND d.version = m.definition
WHERE c.position = ANY (?) AND (m.unit = ANY (c.units) OR (m.rank, m.rank_of) IS DISTINCT FROM (m.old_rank, m.old_rank_of))
ORDER BY c.position, m.indicator, m.period, m.level DESC, m.unit, m.scope
