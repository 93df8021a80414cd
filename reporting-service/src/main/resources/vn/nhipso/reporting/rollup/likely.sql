-- A batch as plans are made for: 500 figures of communes, 20 indicators in two months, and what is above them.
INSERT INTO work_key
SELECT 'I-' || i % 20, '2024-0' || i % 2 + 1, (10000 + i % 100)::text, CASE WHEN i % 10 < 7 THEN 3 WHEN i % 10 < 9 THEN 2 ELSE i % 20 / 10 END, (i % 12)::text
FROM generate_series(0, 999) AS i;
INSERT INTO work_change SELECT indicator, period, unit FROM work_key LIMIT 500;
INSERT INTO work_rollup SELECT indicator, period, unit FROM work_key;
INSERT INTO work_given SELECT indicator, period, unit FROM work_change;
INSERT INTO work_touched SELECT DISTINCT indicator, period FROM work_key LIMIT 4;
INSERT INTO work_period
SELECT DISTINCT indicator, period, 'MONTH', 1, date '2024-01-01', date '2024-01-31', 1, CASE indicator WHEN 'I-1' THEN 'SHARE' ELSE 'RATIO' END, 'FLOW', 8, 3, NULL
FROM work_key;
INSERT INTO work_fact (indicator, period, unit, own_n, own_d, own_cn, own_cd, own_q, children_q, whole_q, number, own_number)
SELECT indicator, period, unit, 1, 2, 1, 2, 0, 0, 0, true, true FROM work_change;
INSERT INTO work_correction (indicator, period, unit, scope, measurement_id, revision, recorded_at, withdrawn, numerator, denominator, qualifiers, old_revision)
SELECT indicator, period, unit, 'OWN', indicator || period || unit, 2, now(), false, 1, 2, 0, 1 FROM work_change LIMIT 100;
