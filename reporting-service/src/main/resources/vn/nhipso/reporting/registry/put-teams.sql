-- Teams as they are known now, spread over where they stood and how many members they had.
WITH newest AS (
  SELECT DISTINCT ON (id) id, revision, recorded_at, data,
         daterange((data ->> 'validFrom')::date, (data ->> 'validTo')::date) AS valid
  FROM team_revision
  WHERE id = ANY (?)
  ORDER BY id, revision DESC
),
teams AS (
  INSERT INTO team SELECT id, revision, data ->> 'kind', data ->> 'level', data ->> 'name', recorded_at FROM newest
),
placements AS (
  INSERT INTO team_placement
  SELECT n.id, p ->> 'unit', n.valid * daterange((p ->> 'from')::date, (p ->> 'to')::date)
  FROM newest n
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(n.data -> 'placements', jsonb_build_array(jsonb_build_object('unit', n.data ->> 'unit')))) p
)
INSERT INTO team_size
SELECT s.id, s.valid * daterange(s.day, lead(s.day) OVER (PARTITION BY s.id ORDER BY s.day NULLS FIRST)), s.members
FROM (
  SELECT n.id, n.valid, (m ->> 'from')::date AS day, (m ->> 'count')::integer AS members
  FROM newest n
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(n.data -> 'memberCounts', '[]')) m
) s
