-- An activity is of the unit that bore its code on its day, also when a list settles later which unit that was. One without a day stays with
-- the unit for which it was entered: the day on which somebody typed it says nothing of when it was. Parameter: codes.
UPDATE activity a SET unit_id = u.unit_id, revision = a.revision + 1
FROM unit_version u
WHERE a.unit_code = ANY (?::text[])
  AND u.code = a.unit_code
  AND u.valid @> a.valid_from
  AND a.unit_id <> u.unit_id
  AND NOT EXISTS (
    SELECT FROM activity o
    WHERE o.unit_id = u.unit_id AND o.kind = a.kind AND lower(o.name) = lower(a.name)
      AND o.valid_from IS NOT DISTINCT FROM a.valid_from)
RETURNING a.id
