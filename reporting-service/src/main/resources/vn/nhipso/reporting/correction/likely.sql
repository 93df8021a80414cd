-- A batch as plans are made for: 100 corrections, what lies above them, and the communes beside them.
INSERT INTO work_before
SELECT 'I-' || i % 20, '2024-0' || i % 2 + 1, (10000 + i % 100)::text, CASE i % 3 WHEN 0 THEN 'CHILDREN' ELSE 'WHOLE' END, i % 4, (i % 12)::text, 'COMPUTED',
       i, 100, i * 100, 100
FROM generate_series(0, 499) AS i;
INSERT INTO work_after SELECT * FROM work_before;
INSERT INTO work_beside SELECT * FROM work_before UNION ALL SELECT * FROM work_before;
INSERT INTO work_moved SELECT b.*, 'COMPUTED', 1, 100, 100, 100 FROM work_before b;
INSERT INTO work_reach SELECT (row_number() OVER () % 100)::text, indicator, period, unit FROM work_before;
