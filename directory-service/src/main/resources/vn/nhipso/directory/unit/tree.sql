-- Depth first, each unit before those below it, those of one parent by code. Parameters: [as of], day, code, longest code that is expanded.
WITH RECURSIVE unit AS NOT MATERIALIZED (SELECT * FROM {units}),
asked AS (SELECT ?::date AS day, ?::text AS code, ?::int AS longest),
below AS (
  SELECT u.*, 0 AS depth, ARRAY[u.code] AS path FROM asked, unit u WHERE u.code = asked.code AND u.valid @> asked.day
  UNION ALL
  SELECT u.*, below.depth + 1, below.path || u.code
  FROM asked, below, unit u
  WHERE u.parent_code = below.code AND u.valid @> asked.day AND (below.code = 'VN' OR length(below.code) < asked.longest)
    AND length(u.code) <= asked.longest)
SELECT {columns}, u.depth FROM below u ORDER BY u.path
