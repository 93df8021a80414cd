-- The whole state of teams, without personal data. Parameters: teams, moment.
WITH asked AS (SELECT ?::uuid[] AS teams, ?::text AS moment)
INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.teams', t.id::text, 'vn.nhipso.team.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'id', t.id, 'revision', t.revision, 'unit', last_stay.unit_code, 'kind', t.kind, 'level', t.level, 'name', t.name,
    'validFrom', t.valid_from, 'validTo', t.valid_to,
    'memberCounts', coalesce(counts.steps, '[]'::json), 'placements', stays.list, 'recordedAt', asked.moment))
FROM asked
JOIN team t ON t.id = ANY (asked.teams)
CROSS JOIN LATERAL (
  SELECT p.unit_code FROM team_placement p WHERE p.team_id = t.id ORDER BY p.valid DESC LIMIT 1) AS last_stay
CROSS JOIN LATERAL (
  -- The first stay of a team without a first day begins with its unit: without that day it would be counted for whoever bore the code before.
  SELECT json_agg(json_build_object('unit', s.unit_code, 'from', lower(s.valid), 'to', upper(s.valid)) ORDER BY s.n) AS list
  FROM (SELECT p.unit_code, p.valid, row_number() OVER (ORDER BY p.valid) AS n FROM team_placement p WHERE p.team_id = t.id) AS s
) AS stays
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('from', d.day, 'count', (
    SELECT count(*) FROM team_member m
    WHERE m.team_id = t.id
      AND (m.member_from IS NULL OR m.member_from <= coalesce(d.day, t.valid_from))
      AND (m.member_to IS NULL OR m.member_to > coalesce(d.day, t.valid_from, '-infinity')))) ORDER BY d.day NULLS FIRST) AS steps
  FROM (
    SELECT NULL::date AS day WHERE EXISTS (SELECT FROM team_member m WHERE m.team_id = t.id)
    UNION
    SELECT m.member_from FROM team_member m
    WHERE m.team_id = t.id AND m.member_from > coalesce(t.valid_from, '-infinity')
    UNION
    SELECT m.member_to FROM team_member m WHERE m.team_id = t.id AND m.member_to > coalesce(t.valid_from, '-infinity')
  ) AS d
) AS counts
ORDER BY t.id
RETURNING position
