-- Best match first. A unit is found by any name it ever bore and is answered as it is on the day, or without a day as it was last.
-- Parameters: words, its words as patterns, raw code, day, level, type, parent, rank/ended/name/code/from of the last item seen, limit.
WITH asked AS (
  SELECT ?::text AS words, ?::text[] AS patterns, ?::text AS code, ?::date AS day, ?::text AS level, ?::text AS type, ?::text AS parent),
matched AS (
  SELECT u.unit_id, u.code, u.name,
    CASE
      WHEN u.code = asked.code THEN 0
      WHEN u.search_name = asked.words THEN 1
      WHEN u.search_text LIKE asked.words || ' | %' THEN 2
      WHEN u.search_name LIKE asked.words || '%' THEN 3
      WHEN u.search_text LIKE asked.words || '%' THEN 4
      WHEN ' ' || u.search_text LIKE '% ' || asked.words || '%' THEN 5
      ELSE 6
    END AS rank
  FROM unit_version u, asked
  WHERE asked.words IS NULL OR u.code = asked.code OR u.search_text LIKE ALL (asked.patterns)),
best AS (
  SELECT DISTINCT ON (unit_id) unit_id, rank, name FROM matched ORDER BY unit_id, rank),
shown AS (
  SELECT DISTINCT ON (u.unit_id) u.*, best.rank, best.name AS matched_name,
    (NOT upper_inf(u.valid))::int AS ended, coalesce(lower(u.valid), '-infinity') AS first_day
  FROM best JOIN unit_version u ON u.unit_id = best.unit_id, asked
  WHERE asked.day IS NULL OR u.valid @> asked.day
  ORDER BY u.unit_id, lower(u.valid) DESC NULLS LAST),
seen AS (SELECT ?::int AS rank, ?::int AS ended, ?::text AS search_name, ?::text AS code, ?::date AS first_day)
SELECT {columns}, u.rank, u.ended, u.search_name, u.first_day::text AS first_day,
  CASE WHEN u.name IS DISTINCT FROM u.matched_name THEN u.matched_name END AS former_name
FROM shown u, asked, seen
WHERE (asked.level IS NULL OR u.level = asked.level)
  AND (asked.type IS NULL OR u.type = asked.type)
  AND (asked.parent IS NULL OR u.parent_code = asked.parent)
  AND (seen.rank IS NULL OR (u.rank, u.ended, u.search_name, u.code, u.first_day)
    > (seen.rank, seen.ended, seen.search_name, seen.code, seen.first_day))
ORDER BY u.rank, u.ended, u.search_name, u.code, u.first_day
LIMIT ?
