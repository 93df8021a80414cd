-- Who they were before the event: one predecessor, be it that only a part of it came, was the home of all; of several nobody knows who was whose.
-- The code itself is one where it lived and its people did not all leave that day. In: {node} code, event. Out: code, day, factor.
SELECT p.code, {node}.event - 1 AS day, CASE WHEN count(*) OVER () = 1 THEN 1::numeric END AS factor
FROM (
  SELECT e.from_code AS code
  FROM lineage_edge e
  WHERE e.to_code = {node}.code AND e.effective_on = {node}.event AND e.population <> 'NONE'
  UNION
  SELECT {node}.code
  FROM (
    SELECT count(*) AS edges, bool_and(g.population = 'PART' AND g.to_code IS DISTINCT FROM g.from_code) AS away
    FROM lineage_edge g
    WHERE g.from_code = {node}.code AND g.effective_on = {node}.event AND g.population <> 'NONE'
  ) a
  WHERE a.edges = 0 OR (a.edges = 1 AND a.away)
) p
WHERE EXISTS (SELECT FROM unit_life l WHERE l.unit = p.code AND l.valid_from < {node}.event AND l.valid_to >= {node}.event)
