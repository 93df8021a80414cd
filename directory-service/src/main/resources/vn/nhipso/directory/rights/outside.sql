-- Those of the codes that live on the day (or did the day before) outside the subtrees of units, each with the codes from itself up to its
-- province. Parameters: codes, day, units.
WITH RECURSIVE asked AS (SELECT ?::text[] AS codes, ?::date AS day, ?::text[]::uuid[] AS held),
above AS (
  SELECT u.code AS code, u.code AS at, u.unit_id, u.parent_code, d.day
  FROM asked, LATERAL (VALUES (asked.day), (asked.day - 1)) AS d(day), unit_version u
  WHERE u.code = ANY (asked.codes) AND u.valid @> d.day
  UNION ALL
  SELECT above.code, u.code, u.unit_id, u.parent_code, above.day
  FROM above JOIN unit_version u ON u.code = above.parent_code AND u.valid @> above.day)
SELECT above.code, above.day, coalesce(array_agg(above.at) FILTER (WHERE above.at <> 'VN'), '{}') AS chain
FROM above, asked
GROUP BY above.code, above.day, asked.held
HAVING NOT bool_or(above.unit_id = ANY (asked.held))
ORDER BY 1, 2
