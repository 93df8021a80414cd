-- An expression for the hash of a {row} of rollups over all columns. How many decimals a number has is part of what is said and none of its value:
-- it is the seed.
SELECT 'hash_record_extended({row}, hash_array_extended(ARRAY[' || string_agg('scale({row}.' || quote_ident(attname) || ')', ', ' ORDER BY attnum) || '], 0))'
FROM pg_attribute
WHERE attrelid = 'rollup'::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'numeric'::regtype
