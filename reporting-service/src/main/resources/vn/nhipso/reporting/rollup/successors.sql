-- Into which units' figures a figure of a day is carried by the closing day of a longer period: along WHOLE edges, and within a unit that took others
-- in. The reverse of predecessors.sql, be the lives sound or not. In: {given} unit, since, closes. Out: the same, successor.
SELECT DISTINCT h.unit, h.since, h.closes, h.node AS successor
FROM (
  WITH RECURSIVE hop AS (
    SELECT g.unit, g.since, g.closes, l.unit AS node, l.valid_to AS ends
    FROM {given} g
    JOIN unit_life l ON l.unit = g.unit AND l.valid_from <= g.since AND l.valid_to > g.since AND l.valid_to <= g.closes
    UNION
    SELECT h.unit, h.since, h.closes, l.unit, l.valid_to
    FROM hop h
    CROSS JOIN LATERAL (
      SELECT e.to_code AS code FROM lineage_edge e WHERE e.from_code = h.node AND e.effective_on = h.ends AND e.population = 'WHOLE'
      UNION
      SELECT h.node
      WHERE NOT EXISTS (SELECT FROM lineage_edge o WHERE o.from_code = h.node AND o.effective_on = h.ends AND o.population <> 'NONE')
    ) n
    JOIN unit_life l ON l.unit = n.code AND l.valid_from = h.ends
    WHERE h.ends <= h.closes
  )
  SELECT * FROM hop WHERE ends > closes
) h
