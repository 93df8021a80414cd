-- Spans in which a code means one unit with the same people: cut where the code was not in use, where its people went elsewhere and where others
-- came to it.
WITH span AS (
  SELECT code, unnest(range_agg(valid)) AS valid FROM unit_version WHERE level < 4 GROUP BY code
),
cut AS (
  SELECT code, coalesce(lower(valid), '-infinity'::date) AS day, valid FROM span
  UNION
  SELECT s.code, e.effective_on, s.valid
  FROM span s
  JOIN lineage_edge e ON s.valid @> e.effective_on AND (
       (e.from_code = s.code AND (e.to_code IS DISTINCT FROM s.code OR e.population <> 'WHOLE'))
    OR (e.to_code = s.code AND e.from_code <> s.code AND e.population <> 'NONE'))
)
INSERT INTO unit_life
SELECT code, day, lead(day, 1, coalesce(upper(valid), 'infinity'::date)) OVER (PARTITION BY code, valid ORDER BY day)
FROM cut
