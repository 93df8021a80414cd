-- A change as plans are made for: a commune that comes to lie in another district, and one that goes into another.
INSERT INTO moved_code VALUES ('1'), ('2');
INSERT INTO moved_from VALUES ('2');
INSERT INTO unit_new (code, valid, name, level, parent_code, known_from)
VALUES ('1', '[2004-01-01,2024-01-01)', 'X', 3, '11', '-infinity'), ('1', '[2024-01-01,)', 'X', 3, '12', '-infinity'),
       ('2', '[2004-01-01,2024-01-01)', 'X', 3, '11', '-infinity');
INSERT INTO edge_new (from_code, effective_on, ordinal, revision, to_code, area, population, known_from)
VALUES ('2', '2024-01-01', 0, 1, '3', 'WHOLE', 'WHOLE', '-infinity');
INSERT INTO moved_below VALUES ('1'), ('2');
INSERT INTO ancestor_new
SELECT u::text, a, '2004-01-01', '2024-01-01', 3, 3, 'VN' FROM generate_series(1, 2) AS u, unnest(ARRAY['1', '11', '12', '13', 'VN']) AS a;
INSERT INTO ancestor_gone SELECT * FROM ancestor_new LIMIT 4;
INSERT INTO ancestor_come SELECT * FROM ancestor_new LIMIT 6;
INSERT INTO sized SELECT DISTINCT ancestor FROM ancestor_come;
INSERT INTO size_new SELECT unit, '2004-01-01', 'infinity', 0, 0, 1, '-infinity' FROM sized;
INSERT INTO life_code VALUES ('1'), ('2'), ('3');
INSERT INTO life_new SELECT code, '2004-01-01', '2024-01-01', '-infinity' FROM life_code
