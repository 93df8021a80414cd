-- More than a walk needs (codes are used again), never less. Parameters: [as of], codes, day after which.
WITH RECURSIVE edge AS NOT MATERIALIZED (SELECT * FROM {edges}),
reached AS (
  SELECT unnest(?::text[]) AS code, ?::date AS after
  UNION
  SELECT e.to_code, e.effective_on FROM reached JOIN edge e ON e.from_code = reached.code WHERE e.effective_on > reached.after)
SELECT DISTINCT e.from_code, e.effective_on, e.to_code, e.area, e.population, e.share
FROM reached JOIN edge e ON e.from_code = reached.code AND e.effective_on > reached.after
ORDER BY e.from_code, e.effective_on, e.to_code
