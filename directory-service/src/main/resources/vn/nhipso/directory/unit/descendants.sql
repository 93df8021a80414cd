-- By level, then code. Parameters: [as of], day, code, deepest step, lowest level, levels, types, code after which, limit.
WITH RECURSIVE unit AS NOT MATERIALIZED (SELECT * FROM {units}),
asked AS (SELECT ?::date AS day, ?::text AS code, ?::int AS deepest, ?::int AS longest),
below AS (
  SELECT u.*, 1 AS step FROM asked, unit u WHERE u.parent_code = asked.code AND u.valid @> asked.day
  UNION ALL
  SELECT u.*, below.step + 1 FROM asked, below, unit u
  WHERE u.parent_code = below.code AND u.valid @> asked.day AND below.step < asked.deepest AND length(below.code) < asked.longest),
filter AS (SELECT ?::text[] AS levels, ?::text[] AS types, ?::text AS after)
SELECT {columns}
FROM below u, filter
WHERE (cardinality(filter.levels) = 0 OR u.level = ANY (filter.levels))
  AND (cardinality(filter.types) = 0 OR lower(u.type) = ANY (filter.types))
  AND (filter.after IS NULL OR (length(u.code), u.code) > (length(filter.after), filter.after))
ORDER BY length(u.code), u.code
LIMIT ?
