-- The first of the codes that lives on the day (or did the day before) outside the subtree of the holder. Parameters: codes, day, holder.
WITH RECURSIVE asked AS (SELECT ?::text[] AS codes, ?::date AS day, ?::text AS holder),
above AS (
  SELECT u.code AS code, u.code AS at, u.parent_code, d.day
  FROM asked, LATERAL (VALUES (asked.day), (asked.day - 1)) AS d(day), unit_version u
  WHERE u.code = ANY (asked.codes) AND u.valid @> d.day
  UNION ALL
  SELECT above.code, u.code, u.parent_code, above.day
  FROM above JOIN unit_version u ON u.code = above.parent_code AND u.valid @> above.day)
SELECT above.code FROM above, asked
GROUP BY above.code, above.day, asked.holder
HAVING NOT bool_or(above.at = asked.holder)
ORDER BY 1 LIMIT 1
