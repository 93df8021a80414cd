-- By level, then code. Parameters: [as of], day, code, deepest step, level, type, code after which, limit.
WITH RECURSIVE unit AS NOT MATERIALIZED (SELECT * FROM {units}),
asked AS (SELECT ?::date AS day, ?::text AS code, ?::int AS deepest),
below AS (
  SELECT u.*, 1 AS step FROM asked, unit u WHERE u.parent_code = asked.code AND u.valid @> asked.day
  UNION ALL
  SELECT u.*, below.step + 1 FROM asked, below, unit u
  WHERE u.parent_code = below.code AND u.valid @> asked.day AND below.step < asked.deepest),
filter AS (SELECT ?::text AS level, ?::text AS type, ?::text AS after)
SELECT {columns}
FROM below u, filter
WHERE (filter.level IS NULL OR u.level = filter.level)
  AND (filter.type IS NULL OR u.type = filter.type)
  AND (filter.after IS NULL OR (length(u.code), u.code) > (length(filter.after), filter.after))
ORDER BY length(u.code), u.code
LIMIT ?
