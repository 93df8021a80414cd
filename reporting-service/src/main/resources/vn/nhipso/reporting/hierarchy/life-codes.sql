-- Whose life may be another: what moved, what gave people away, and to whom they went or had gone.
INSERT INTO life_code
SELECT code FROM moved_code
UNION
SELECT code FROM moved_from
UNION
SELECT e.to_code FROM moved_from m JOIN lineage_edge e ON e.from_code = m.code WHERE e.to_code IS NOT NULL
