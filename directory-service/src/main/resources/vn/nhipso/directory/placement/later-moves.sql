-- The first day after a day on which somebody brought each elsewhere. Parameters: owners, day.
SELECT p.{table}_id AS id, min(lower(p.valid)) AS first_day
FROM {table}_placement p
WHERE p.{table}_id = ANY (?::uuid[]) AND p.assigned AND lower(p.valid) > ?::date
GROUP BY p.{table}_id
