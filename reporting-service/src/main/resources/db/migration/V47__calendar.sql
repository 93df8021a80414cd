-- Whoever meets a new period first puts it in, and others who meet it at the same time wait for his whole batch: with every new month all instances would
-- take turns. So the months, quarters, halves and years of all years that anybody will report are there from the beginning; only days are put in as they come.
INSERT INTO period (period, kind, starts, ends, months)
SELECT CASE kind WHEN 'YEAR' THEN y::text
                 WHEN 'HALF' THEN y || '-H' || m / 6
                 WHEN 'QUARTER' THEN y || '-Q' || m / 3
                 WHEN 'MONTH' THEN to_char(make_date(y, m, 1), 'YYYY-MM')
                 ELSE y || to_char(m, '"-YTD"FM00') END,
       kind, make_date(y, m - months + 1, 1), (make_date(y, m, 1) + interval '1 month - 1 day')::date, months
FROM generate_series(1990, 2060) AS y, generate_series(1, 12) AS m,
     LATERAL (VALUES ('YEAR', 12), ('HALF', 6), ('QUARTER', 3), ('MONTH', 1), ('YEAR_TO_DATE', m)) AS k (kind, months)
WHERE CASE kind WHEN 'YEAR_TO_DATE' THEN m NOT IN (1, 3, 6, 12) ELSE m % months = 0 END
ON CONFLICT DO NOTHING;
