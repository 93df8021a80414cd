-- The statement that keeps statistics of another relation to those columns by which the served rollups are looked up. In: relation.
-- As V44 and V45 have it, which a version from before them forgets when it rebuilds.
SELECT 'ALTER TABLE ' || t.relation || ' ' || string_agg(format('ALTER COLUMN %I SET STATISTICS 0', a.attname), ', ')
FROM pg_attribute a
CROSS JOIN (SELECT ?::text AS relation) t
WHERE a.attrelid = 'rollup'::regclass AND a.attnum > 0 AND NOT a.attisdropped
  AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey))
GROUP BY t.relation
