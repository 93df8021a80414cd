-- Statements that give another relation the indexes of the served rollups, and those that make keys of them. In: relation; what their names end with.
SELECT regexp_replace(
         pg_get_indexdef(i.indexrelid), ' INDEX .*? ON .*? USING ', ' INDEX ' || r.relname || s.suffix || ' ON ' || t.relation || ' USING '),
       'ALTER TABLE ' || t.relation || ' ADD CONSTRAINT ' || c.conname || s.suffix
         || CASE c.contype WHEN 'p' THEN ' PRIMARY KEY' ELSE ' UNIQUE' END || ' USING INDEX ' || r.relname || s.suffix
FROM pg_index i
JOIN pg_class r ON r.oid = i.indexrelid
LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid AND c.contype IN ('p', 'u')
CROSS JOIN (SELECT ?::text AS relation) t
CROSS JOIN (SELECT ?::text AS suffix) s
WHERE i.indrelid = 'rollup'::regclass
ORDER BY i.indisprimary DESC, r.relname
