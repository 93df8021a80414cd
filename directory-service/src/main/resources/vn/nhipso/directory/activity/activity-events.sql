-- The whole state of activities, without the note, which may hold names of persons. Parameters: activities, moment.
WITH asked AS (SELECT ?::uuid[] AS activities, ?::text AS moment)
INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.teams', a.id::text, 'vn.nhipso.activity.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'id', a.id, 'revision', a.revision, 'kind', a.kind, 'unit', a.unit_code, 'unitId', a.unit_id, 'name', a.name,
    'validFrom', a.valid_from, 'validTo', a.valid_to, 'classes', a.classes, 'participants', a.participants,
    'applications', coalesce(applied.list, '[]'::json), 'recordedAt', asked.moment))
FROM asked
JOIN activity a ON a.id = ANY (asked.activities)
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('unit', p.unit_code, 'from', lower(p.valid), 'to', upper(p.valid)) ORDER BY p.unit_code, p.valid) AS list
  FROM activity_application p WHERE p.activity_id = a.id) AS applied
ORDER BY a.id
RETURNING position
