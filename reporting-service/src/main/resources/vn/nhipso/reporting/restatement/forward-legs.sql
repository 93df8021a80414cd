-- Where they go on the day of the event: a code that then lives (none where it is not known) and what part of them, where that is known. One part alone
-- of a code that lives on leaves the rest where it was: all but the share, where that is known. In: {node} code, event. Out: code, day, factor.
SELECT CASE WHEN EXISTS (SELECT FROM unit_life l WHERE l.unit = e.to_code AND l.valid_from <= {node}.event AND l.valid_to > {node}.event) THEN e.to_code END AS code,
       {node}.event AS day,
       CASE
         WHEN count(*) OVER () = 1 AND e.population = 'WHOLE' THEN 1
         WHEN bool_and(e.population = 'PART') OVER () AND sum(e.share) OVER () <= 1 THEN e.share
       END AS factor
FROM (
  SELECT g.to_code, g.population, g.share
  FROM lineage_edge g
  WHERE g.from_code = {node}.code AND g.effective_on = {node}.event AND g.population <> 'NONE'
  UNION ALL
  SELECT {node}.code, 'PART', CASE WHEN a.share < 1 THEN 1 - a.share END
  FROM (
    SELECT count(*) AS edges, max(g.share) AS share, bool_and(g.population = 'PART' AND g.to_code IS DISTINCT FROM g.from_code) AS away
    FROM lineage_edge g
    WHERE g.from_code = {node}.code AND g.effective_on = {node}.event AND g.population <> 'NONE'
  ) a
  WHERE a.edges = 1 AND a.away
    AND EXISTS (SELECT FROM unit_life l WHERE l.unit = {node}.code AND l.valid_from <= {node}.event AND l.valid_to > {node}.event)
) e
