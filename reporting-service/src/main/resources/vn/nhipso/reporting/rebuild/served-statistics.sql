-- Takes over for another relation what is known of the columns of the served rollups, and says whether that is all that is needed: something of each column
-- by which they are looked up. How rows lie on the disk is another and left out. In: relation.
SELECT coalesce(bool_and(pg_restore_attribute_stats(
         'schemaname', s.schemaname::text, 'relname', t.relation, 'attname', s.attname::text, 'inherited', false,
         'null_frac', s.null_frac, 'avg_width', s.avg_width, 'n_distinct', s.n_distinct,
         'most_common_vals', s.most_common_vals::text, 'most_common_freqs', s.most_common_freqs,
         'histogram_bounds', s.histogram_bounds::text)), false)
       AND count(*) >= (SELECT count(DISTINCT k.attnum) FROM pg_index i CROSS JOIN unnest(i.indkey) AS k (attnum) WHERE i.indrelid = 'rollup'::regclass)
FROM pg_stats s
CROSS JOIN (SELECT ?::text AS relation) t
WHERE s.schemaname = current_schema() AND s.tablename = 'rollup' AND NOT s.inherited
