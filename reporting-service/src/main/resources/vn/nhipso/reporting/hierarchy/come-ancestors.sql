-- What is to come into unit_ancestor.
INSERT INTO ancestor_come
SELECT * FROM ancestor_new
EXCEPT
SELECT a.* FROM moved_below m JOIN unit_ancestor a ON a.unit = m.unit
