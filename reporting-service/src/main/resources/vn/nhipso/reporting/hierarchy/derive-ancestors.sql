-- Who lies at or below whom, and when, from the versions of units: of moved_below only.
INSERT INTO ancestor_new
WITH RECURSIVE chain AS (
  SELECT v.code AS unit, v.code AS ancestor, coalesce(lower(v.valid), '-infinity') AS valid_from, coalesce(upper(v.valid), 'infinity') AS valid_to,
         v.level AS unit_level, v.level AS ancestor_level, v.parent_code AS ancestor_parent
  FROM moved_below m
  JOIN unit_version v ON v.code = m.unit AND v.level < 4
  UNION ALL
  SELECT c.unit, v.code, greatest(c.valid_from, coalesce(lower(v.valid), '-infinity')), least(c.valid_to, coalesce(upper(v.valid), 'infinity')),
         c.unit_level, v.level, v.parent_code
  FROM chain c
  JOIN unit_version v ON v.code = c.ancestor_parent AND v.level < c.ancestor_level
    AND coalesce(lower(v.valid), '-infinity') < c.valid_to AND coalesce(upper(v.valid), 'infinity') > c.valid_from
)
SELECT * FROM chain
