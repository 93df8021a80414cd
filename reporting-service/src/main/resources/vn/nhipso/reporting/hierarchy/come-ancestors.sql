-- What is to come into unit_ancestor.
INSERT INTO ancestor_come
SELECT * FROM ancestor_new
EXCEPT
SELECT a.unit, a.ancestor, a.valid_from, a.valid_to, a.unit_level, a.ancestor_level, a.ancestor_parent
FROM moved_below m JOIN unit_ancestor a ON a.unit = m.unit
