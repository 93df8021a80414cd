-- Units at which something is on days on which nobody bears the code. Parameter: codes.
SELECT p.unit_code, count(*) AS number
FROM {table}_placement p
WHERE p.unit_code = ANY (?::text[])
  AND NOT EXISTS (
    SELECT FROM unit_version u WHERE u.code = p.unit_code GROUP BY u.code HAVING range_agg(u.valid) @> p.valid)
GROUP BY p.unit_code ORDER BY p.unit_code LIMIT 20
