-- Nor are they looked up by a word that is no key: each of these is far back in a row of seventy columns, and slow to get at.
DO $$
BEGIN
  EXECUTE (
    SELECT 'ALTER TABLE rollup ' || string_agg(format('ALTER COLUMN %I SET STATISTICS 0', attname), ', ')
    FROM pg_attribute
    WHERE attrelid = 'rollup'::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'text'::regtype
      AND attname NOT IN ('indicator', 'period', 'unit', 'parent'));
END
$$;
