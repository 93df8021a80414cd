-- Rollups are looked up by their keys, never by a number: statistics of sixty columns of numbers took most of each ANALYZE. A rebuild gives its relation the
-- same settings.
DO $$
BEGIN
  EXECUTE (
    SELECT 'ALTER TABLE rollup ' || string_agg(format('ALTER COLUMN %I SET STATISTICS 0', attname), ', ')
    FROM pg_attribute
    WHERE attrelid = 'rollup'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'level' AND atttypid <> 'text'::regtype);
END
$$;
