-- Ids of a page, in the order of recording. Without a day each team is looked at in its own time: today, or its last day.
-- Parameters: unit, within, day, kind, level, words of the name, today, id after which, limit.
WITH RECURSIVE asked AS (
  SELECT ?::text AS unit, ?::text AS within, ?::date AS day, ?::text AS kind, ?::text AS level, ?::text AS words, ?::date AS today,
    ?::uuid AS after),
holder AS (SELECT unit_bearing(asked.within, asked.day) AS unit_id FROM asked WHERE asked.within IS NOT NULL),
-- All that stands below on the day, or today.
inside AS (
  SELECT u.code FROM holder, asked, unit_version u WHERE u.unit_id = holder.unit_id AND u.valid @> coalesce(asked.day, asked.today)
  UNION ALL
  SELECT u.code FROM inside, asked, unit_version u WHERE u.parent_code = inside.code AND u.valid @> coalesce(asked.day, asked.today))
SELECT t.id
FROM team t, asked
WHERE (asked.kind IS NULL OR t.kind = asked.kind)
  AND (asked.level IS NULL OR t.level = asked.level)
  AND (asked.after IS NULL OR t.id > asked.after)
  AND (asked.words IS NULL OR t.search_name LIKE ALL (
    SELECT '%' || word || '%' FROM unnest(string_to_array(search_words(asked.words), ' ')) AS word))
  AND EXISTS (
    SELECT FROM team_placement p
    WHERE p.team_id = t.id
      AND (asked.unit IS NULL OR (p.unit_code = asked.unit AND EXISTS (
        SELECT FROM unit_version u WHERE u.unit_id = unit_bearing(asked.unit, asked.day) AND u.code = asked.unit AND u.valid && p.valid)))
      AND (asked.day IS NULL OR p.valid @> asked.day)
      AND CASE
        WHEN asked.within IS NULL THEN true
        WHEN p.valid @> coalesce(asked.day, asked.today) THEN p.unit_code IN (SELECT code FROM inside)
        ELSE NOT EXISTS (
            SELECT FROM team_placement other
            WHERE other.team_id = t.id AND (other.valid @> asked.today OR lower(other.valid) > lower(p.valid)))
          AND unit_stands_in(p.unit_code, day_within(p.valid, asked.today), (SELECT unit_id FROM holder))
      END)
ORDER BY t.id
LIMIT ?
