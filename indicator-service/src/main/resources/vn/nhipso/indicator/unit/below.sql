-- Which of the asked codes, each on its day, lie in the subtree of the unit that bears the root's code today (else of the last that bore it).
-- Four steps lead there: up on the day (0), on to what a unit became (1), until today is reached (2), up today. What a unit became is
-- who took over its whole population; without edges on the day its version ends, the code lives on as the same unit. So whoever bears a code
-- anew has nothing of its former bearer, and of a divided unit only those above it have.
WITH RECURSIVE today (day) AS (
  SELECT ?::date),
root AS (
  SELECT v.code, v.valid_from, v.valid_to FROM unit_version v, today
  WHERE v.code = ? AND v.valid_from <= today.day ORDER BY v.valid_from DESC LIMIT 1),
asked (code, day) AS (
  SELECT * FROM unnest(?::text[], ?::date[])),
walk (code, day, at, on_day, step) AS (
  SELECT code, day, code COLLATE "C", day, 0 FROM asked
  UNION
  SELECT walk.code, walk.day, next.at COLLATE "C", next.on_day, next.step
  FROM walk CROSS JOIN today
  JOIN unit_version v ON v.code = walk.at AND v.valid_from <= walk.on_day AND (v.valid_to IS NULL OR v.valid_to > walk.on_day)
  CROSS JOIN LATERAL (
    SELECT v.parent_code, walk.on_day, walk.step
    WHERE walk.step <> 1 AND v.parent_code IS NOT NULL
    UNION ALL
    SELECT walk.at, today.day, 2
    WHERE walk.step <> 2 AND v.valid_from <= today.day AND (v.valid_to IS NULL OR v.valid_to > today.day)
    UNION ALL
    SELECT unnest(CASE WHEN l.has_edges THEN l.heirs ELSE ARRAY[walk.at] END), v.valid_to, 1
    FROM (SELECT 1) AS one LEFT JOIN lineage l ON l.from_code = walk.at AND l.effective_on = v.valid_to
    WHERE walk.step <> 2 AND v.valid_to <= today.day) AS next (at, on_day, step))
SELECT DISTINCT walk.code, walk.day
FROM walk JOIN root ON root.code = walk.at AND root.valid_from <= walk.on_day AND (root.valid_to IS NULL OR root.valid_to > walk.on_day)
UNION
-- A code that does not live on its day is judged today; it is refused for that anyway.
SELECT asked.code, asked.day
FROM asked JOIN root ON root.code = asked.code
WHERE NOT EXISTS (
  SELECT 1 FROM unit_version v
  WHERE v.code = asked.code AND v.valid_from <= asked.day AND (v.valid_to IS NULL OR v.valid_to > asked.day))
