-- Parameters: the last code seen and what was wrong with it, limit.
, seen AS (SELECT ?::text AS code, ?::text AS what)
SELECT problem.* FROM problem, seen
WHERE seen.code IS NULL OR (length(problem.code), problem.code, problem.what) > (length(seen.code), seen.code, seen.what)
ORDER BY length(problem.code), problem.code, problem.what
LIMIT ?
