-- Ids of a page, in the order of recording. Parameters: unit, within, day, kind, level, id after which, limit.
WITH RECURSIVE asked AS (
  SELECT ?::text AS unit, ?::text AS within, ?::date AS day, ?::text AS kind, ?::text AS level, ?::uuid AS after),
inside AS (
  SELECT asked.within AS code, asked.day FROM asked WHERE asked.within IS NOT NULL
  UNION
  SELECT u.code, inside.day FROM inside JOIN unit_version u ON u.parent_code = inside.code AND (inside.day IS NULL OR u.valid @> inside.day))
SELECT t.id
FROM team t, asked
WHERE (asked.kind IS NULL OR t.kind = asked.kind)
  AND (asked.level IS NULL OR t.level = asked.level)
  AND (asked.after IS NULL OR t.id > asked.after)
  AND EXISTS (
    SELECT FROM team_placement p
    WHERE p.team_id = t.id
      AND (asked.unit IS NULL OR (p.unit_code = asked.unit AND EXISTS (
        SELECT FROM unit_version u WHERE u.unit_id = unit_bearing(asked.unit, asked.day) AND u.code = asked.unit AND u.valid && p.valid)))
      AND (asked.within IS NULL OR p.unit_code IN (SELECT code FROM inside))
      AND (asked.day IS NULL OR p.valid @> asked.day))
ORDER BY t.id
LIMIT ?
