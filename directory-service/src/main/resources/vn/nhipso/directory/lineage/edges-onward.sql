-- More than a walk needs (codes are used again), never less. Parameters: codes, day after which.
WITH RECURSIVE asked AS (SELECT ?::text[] AS codes, ?::date AS after),
reached AS (
  SELECT unnest(asked.codes) AS code FROM asked
  UNION
  SELECT e.to_code FROM asked, reached JOIN lineage_edge e ON e.from_code = reached.code WHERE e.effective_on > asked.after)
SELECT e.from_code, e.effective_on, e.to_code, e.area, e.population, e.share
FROM asked, reached JOIN lineage_edge e ON e.from_code = reached.code
WHERE e.effective_on > asked.after
ORDER BY e.from_code, e.effective_on, e.to_code
