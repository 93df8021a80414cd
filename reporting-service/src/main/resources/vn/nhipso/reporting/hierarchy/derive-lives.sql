-- Spans in which a code means one unit with the same people: cut where the code was not in use, where its people went elsewhere and where others
-- came to it. Of life_code only.
WITH span AS MATERIALIZED (
  SELECT v.code, unnest(range_agg(v.valid)) AS valid
  FROM (SELECT DISTINCT code FROM life_code) c JOIN unit_version v ON v.code = c.code AND v.level < 4
  GROUP BY v.code
),
cut AS (
  SELECT code, coalesce(lower(valid), '-infinity'::date) AS day, valid FROM span
  UNION
  SELECT s.code, e.effective_on, s.valid
  FROM span s
  JOIN lineage_edge e ON e.from_code = s.code AND s.valid @> e.effective_on AND e.population <> 'NONE'
    AND (e.to_code IS DISTINCT FROM s.code OR e.population <> 'WHOLE')
  UNION
  SELECT s.code, e.effective_on, s.valid
  FROM span s
  JOIN lineage_edge e ON e.to_code = s.code AND s.valid @> e.effective_on AND e.from_code <> s.code AND e.population <> 'NONE'
)
INSERT INTO life_new
SELECT code, day, lead(day, 1, coalesce(upper(valid), 'infinity'::date)) OVER (PARTITION BY code, valid ORDER BY day),
       (SELECT max(known_at) FROM unit_change)
FROM cut
