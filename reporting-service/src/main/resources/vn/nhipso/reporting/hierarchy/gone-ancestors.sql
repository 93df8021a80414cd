-- What is to go from unit_ancestor.
INSERT INTO ancestor_gone
SELECT a.* FROM moved_below m JOIN unit_ancestor a ON a.unit = m.unit
EXCEPT
SELECT * FROM ancestor_new
