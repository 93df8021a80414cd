-- Ids of a page, in the order of recording. Parameters: kind, unit, within, applied by, day, id after which, limit.
WITH RECURSIVE asked AS (
  SELECT ?::text AS kind, ?::text AS unit, ?::text AS within, ?::text AS applied_by, ?::date AS day, ?::uuid AS after),
inside AS (
  SELECT asked.within AS code, asked.day FROM asked WHERE asked.within IS NOT NULL
  UNION
  SELECT u.code, inside.day FROM inside JOIN unit_version u ON u.parent_code = inside.code AND (inside.day IS NULL OR u.valid @> inside.day))
SELECT a.id
FROM activity a, asked
WHERE a.kind = asked.kind
  AND (asked.unit IS NULL OR a.unit_id = unit_bearing(asked.unit, asked.day))
  AND (asked.within IS NULL OR a.unit_code IN (SELECT code FROM inside))
  AND (asked.applied_by IS NULL OR asked.applied_by = ANY (a.applied_by))
  AND (asked.day IS NULL OR ((a.valid_from IS NULL OR a.valid_from <= asked.day) AND (a.valid_to IS NULL OR a.valid_to > asked.day)
    AND EXISTS (SELECT FROM unit_version u WHERE u.unit_id = a.unit_id AND u.valid @> asked.day)))
  AND (asked.after IS NULL OR a.id > asked.after)
ORDER BY a.id
LIMIT ?
