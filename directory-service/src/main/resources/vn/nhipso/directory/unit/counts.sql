-- Units below one, by level and type. Parameters: [as of], day, code.
WITH RECURSIVE unit AS NOT MATERIALIZED (SELECT code, valid, parent_code, level, type FROM {units}),
asked AS (SELECT ?::date AS day, ?::text AS code),
below AS (
  SELECT u.code, u.level, u.type FROM asked, unit u WHERE u.parent_code = asked.code AND asked.code <> 'VN' AND u.valid @> asked.day
  UNION ALL
  SELECT u.code, u.level, u.type FROM asked, below, unit u WHERE u.parent_code = below.code AND u.valid @> asked.day),
counted AS (
  SELECT level, type FROM below
  UNION ALL
  -- Everything is below the root: no need to walk.
  SELECT u.level, u.type FROM asked, unit u WHERE asked.code = 'VN' AND u.level <> 'COUNTRY' AND u.valid @> asked.day)
SELECT level, type, count(*) AS units FROM counted GROUP BY level, type ORDER BY level, count(*) DESC, type
