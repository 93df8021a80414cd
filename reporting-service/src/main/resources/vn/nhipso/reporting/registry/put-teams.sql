-- Teams as they are known now, and as they were known before, spread over where they stood and how many members they had.
WITH known AS MATERIALIZED (
  SELECT id, revision, data, daterange((data ->> 'validFrom')::date, (data ->> 'validTo')::date) AS valid, recorded_at,
         coalesce(min(recorded_at) OVER (PARTITION BY id ORDER BY revision DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 'infinity') AS known_to
  FROM team_revision
  WHERE id = ANY (?)
),
teams AS (
  INSERT INTO team
  SELECT id, revision, data ->> 'kind', data ->> 'level', data ->> 'name', recorded_at FROM known WHERE known_to = 'infinity'
),
teams_past AS (
  INSERT INTO team_past
  SELECT id, revision, data ->> 'kind', data ->> 'level', data ->> 'name', recorded_at, known_to
  FROM known
  WHERE known_to < 'infinity' AND recorded_at < known_to
),
placed AS MATERIALIZED (
  SELECT k.id, p ->> 'unit' AS unit, k.valid * daterange((p ->> 'from')::date, (p ->> 'to')::date) AS valid, k.recorded_at, k.known_to
  FROM known k
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(k.data -> 'placements', jsonb_build_array(jsonb_build_object('unit', k.data ->> 'unit')))) p
),
placements AS (
  INSERT INTO team_placement SELECT id, unit, valid, recorded_at FROM placed WHERE known_to = 'infinity'
),
placements_past AS (
  INSERT INTO team_placement_past SELECT * FROM placed WHERE known_to < 'infinity' AND recorded_at < known_to
),
counted AS MATERIALIZED (
  SELECT s.id, s.valid * daterange(s.day, lead(s.day) OVER (PARTITION BY s.id, s.revision ORDER BY s.day NULLS FIRST)) AS valid, s.members,
         s.recorded_at, s.known_to
  FROM (
    SELECT k.id, k.revision, k.valid, (m ->> 'from')::date AS day, (m ->> 'count')::integer AS members, k.recorded_at, k.known_to
    FROM known k
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(k.data -> 'memberCounts', '[]')) m
  ) s
),
sizes_past AS (
  INSERT INTO team_size_past SELECT * FROM counted WHERE known_to < 'infinity' AND recorded_at < known_to
)
INSERT INTO team_size SELECT id, valid, members, recorded_at FROM counted WHERE known_to = 'infinity'
