-- What some changes move: the communes, and what they came to lie under.
INSERT INTO moved_unit SELECT i::text, '{[2024-01-01,)}' FROM generate_series(1, 6) AS i;
INSERT INTO moved_life SELECT i::text, '2024-01-01' FROM generate_series(1, 2) AS i;
INSERT INTO moved_lineage SELECT i::text, '2024-01-01' FROM generate_series(1, 2) AS i
