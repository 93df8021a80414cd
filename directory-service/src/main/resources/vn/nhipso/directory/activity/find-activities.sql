-- Ids of a page, in the order of recording. Without a day each item is looked at in its own time: today, or the last day of it or of its unit.
-- Parameters: kind, unit, within, applied by, day, words of the name, today, id after which, limit.
WITH asked AS (
  SELECT ?::text AS kind, ?::text AS unit, ?::text AS within, ?::text AS applied_by, ?::date AS day, ?::text AS words, ?::date AS today,
    ?::uuid AS after),
holder AS (SELECT unit_bearing(asked.within, asked.day) AS unit_id FROM asked WHERE asked.within IS NOT NULL)
SELECT a.id
FROM asked
JOIN activity a ON a.kind = asked.kind
CROSS JOIN LATERAL (
  -- Its unit as it was then.
  SELECT u.code, coalesce(asked.day, day_within(u.valid, least(asked.today, a.valid_to - 1))) AS day
  FROM unit_version u
  WHERE u.unit_id = a.unit_id
    AND (asked.day IS NULL OR u.valid @> asked.day)
  ORDER BY asked.day IS NULL AND lower(u.valid) > least(asked.today, a.valid_to - 1), u.valid DESC
  LIMIT 1) AS own
WHERE (asked.unit IS NULL OR a.unit_id = unit_bearing(asked.unit, asked.day))
  AND (asked.within IS NULL OR unit_stands_in(own.code, own.day, (SELECT unit_id FROM holder)))
  AND (asked.applied_by IS NULL OR EXISTS (
    SELECT FROM activity_application p
    WHERE p.activity_id = a.id AND p.unit_id = unit_bearing(asked.applied_by, asked.day) AND (asked.day IS NULL OR p.valid @> asked.day)))
  AND (asked.day IS NULL OR ((a.valid_from IS NULL OR a.valid_from <= asked.day) AND (a.valid_to IS NULL OR a.valid_to > asked.day)))
  AND (asked.words IS NULL OR a.search_name LIKE ALL (
    SELECT '%' || word || '%' FROM unnest(string_to_array(search_words(asked.words), ' ')) AS word))
  AND (asked.after IS NULL OR a.id > asked.after)
ORDER BY a.id
LIMIT ?
