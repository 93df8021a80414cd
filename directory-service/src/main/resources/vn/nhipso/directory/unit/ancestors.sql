-- Parent first, the root last. Parameters: [as of], day, code.
WITH RECURSIVE unit AS NOT MATERIALIZED (SELECT * FROM {units}),
asked AS (SELECT ?::date AS day, ?::text AS code),
above AS (
  SELECT u.*, 0 AS step FROM unit u, asked WHERE u.code = asked.code AND u.valid @> asked.day
  UNION ALL
  SELECT u.*, above.step + 1 FROM above, asked, unit u WHERE u.code = above.parent_code AND u.valid @> asked.day)
SELECT {columns} FROM above u WHERE u.step > 0 ORDER BY u.step
