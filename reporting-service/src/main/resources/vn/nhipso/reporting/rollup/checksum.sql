-- An expression for the hash of a {row} of rollups over all columns. How many decimals a number has is part of what is said and none of its value:
-- that is the seed, each at a place of its own.
SELECT 'hash_record_extended({row}, ' || string_agg(format('(coalesce(scale({row}.%I), 0)::bigint << %s)', attname, place * 5 % 53), ' # ') || ')'
FROM (
  SELECT attname, row_number() OVER (ORDER BY attnum) AS place
  FROM pg_attribute
  WHERE attrelid = 'rollup'::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'numeric'::regtype
) number
