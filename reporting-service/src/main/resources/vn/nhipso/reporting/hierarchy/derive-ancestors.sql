-- Who lies at or below whom, and when, from the versions of units.
WITH RECURSIVE living AS (
  SELECT code, level, parent_code, coalesce(lower(valid), '-infinity') AS valid_from, coalesce(upper(valid), 'infinity') AS valid_to
  FROM unit_version
  WHERE level < 4
),
chain AS (
  SELECT code AS unit, code AS ancestor, valid_from, valid_to, level AS unit_level, level AS ancestor_level, parent_code AS ancestor_parent
  FROM living
  UNION ALL
  SELECT c.unit, v.code, greatest(c.valid_from, v.valid_from), least(c.valid_to, v.valid_to), c.unit_level, v.level, v.parent_code
  FROM chain c
  JOIN living v ON v.code = c.ancestor_parent AND v.valid_from < c.valid_to AND v.valid_to > c.valid_from AND v.level < c.ancestor_level
)
INSERT INTO unit_ancestor SELECT * FROM chain
