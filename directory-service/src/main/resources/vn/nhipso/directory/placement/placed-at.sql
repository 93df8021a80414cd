-- Stays at the codes that reach the day, of what nobody has ended before; with where each is on the day. Parameters: codes, day.
WITH asked AS (SELECT ?::text[] AS codes, ?::date AS day)
SELECT p.{table}_id AS id, p.unit_code, lower(p.valid) AS first_day, stated.end_day AS stated_end, now.unit_code AS unit_now,
  coalesce(now.assigned, false) AS assigned
FROM asked
JOIN {table}_placement p ON p.unit_code = ANY (asked.codes) AND p.valid && daterange(asked.day - 1, asked.day)
JOIN {table} o ON o.id = p.{table}_id
LEFT JOIN unit_change ender ON ender.id = o.ended_by
-- Whoever ended it on another day since has the last word.
CROSS JOIN LATERAL (
  SELECT CASE WHEN ender.effective_on = o.valid_to THEN o.would_end_on ELSE o.valid_to END AS end_day) AS stated
LEFT JOIN {table}_placement now ON now.{table}_id = p.{table}_id AND now.valid @> asked.day
WHERE stated.end_day IS NULL OR stated.end_day > asked.day
