-- The statement that has as much known of the columns of another relation as of those of the served rollups. In: relation.
SELECT 'ALTER TABLE ' || t.relation || ' ' || string_agg(format('ALTER COLUMN %I SET STATISTICS %s', a.attname, a.attstattarget), ', ')
FROM pg_attribute a
CROSS JOIN (SELECT ?::text AS relation) t
WHERE a.attrelid = 'rollup'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget >= 0
GROUP BY t.relation
