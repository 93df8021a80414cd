-- What stays over the day at a unit that ends. Parameters: codes, where each goes on (NULL: nowhere), day.
WITH moved AS (SELECT * FROM unnest(?::text[], ?::text[]) AS m(code, target)),
asked AS (SELECT ?::date AS day)
UPDATE {table}_placement p
SET valid = daterange(lower(p.valid), asked.day)
FROM moved, asked
WHERE p.unit_code = moved.code AND p.valid @> asked.day AND lower(p.valid) < asked.day
RETURNING p.{table}_id AS id, moved.target, upper(old.valid) AS end_day
