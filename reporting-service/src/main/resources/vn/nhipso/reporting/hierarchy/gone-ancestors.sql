-- What is to go from unit_ancestor.
INSERT INTO ancestor_gone
SELECT a.unit, a.ancestor, a.valid_from, a.valid_to, a.unit_level, a.ancestor_level, a.ancestor_parent
FROM moved_below m JOIN unit_ancestor a ON a.unit = m.unit
EXCEPT
SELECT * FROM ancestor_new
