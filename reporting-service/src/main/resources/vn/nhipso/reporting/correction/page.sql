-- Notices behind a position. In: after; indicators or null; units or null; how many.
SELECT c.*
FROM correction c
WHERE c.position > ? AND (?::text[] IS NULL OR c.indicator = ANY (?::text[])) AND (?::text[] IS NULL OR c.units && ?::text[])
ORDER BY c.position
LIMIT ?
