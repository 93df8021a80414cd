-- Committees and activities that were entered before they had events: whoever rebuilds the directory from the topics finds them too.

INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.teams', c.id::text, 'vn.nhipso.committee.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'id', c.id, 'revision', c.revision, 'unit', last_stay.unit_code, 'name', c.name,
    'validFrom', c.valid_from, 'validTo', c.valid_to,
    'decision', CASE WHEN coalesce(c.decision_number, c.decision_issuer, c.decision_issued_on::text) IS NOT NULL THEN
      json_build_object('number', c.decision_number, 'issuer', c.decision_issuer, 'issuedOn', c.decision_issued_on) END,
    'seats', coalesce(seats.list, '[]'::json), 'placements', stays.list, 'recordedAt', to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
FROM committee c
CROSS JOIN LATERAL (
  SELECT p.unit_code FROM committee_placement p WHERE p.committee_id = c.id ORDER BY p.valid DESC LIMIT 1) AS last_stay
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('unit', p.unit_code, 'from', lower(p.valid), 'to', upper(p.valid)) ORDER BY p.valid) AS list
  FROM committee_placement p WHERE p.committee_id = c.id) AS stays
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object(
    'id', m.id, 'role', m.role, 'person', m.name IS NOT NULL, 'office', m.office, 'position', m.position,
    'from', m.member_from, 'to', m.member_to) ORDER BY m.place, m.id) AS list
  FROM committee_member m WHERE m.committee_id = c.id) AS seats
ORDER BY c.id;

INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.teams', a.id::text, 'vn.nhipso.activity.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'id', a.id, 'revision', a.revision, 'kind', a.kind, 'unit', a.unit_code, 'unitId', a.unit_id, 'name', a.name, 'note', a.note,
    'validFrom', a.valid_from, 'validTo', a.valid_to, 'classes', a.classes, 'participants', a.participants,
    'applications', coalesce(applied.list, '[]'::json), 'recordedAt', to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
FROM activity a
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('unit', p.unit_code, 'from', lower(p.valid), 'to', upper(p.valid)) ORDER BY p.unit_code, p.valid) AS list
  FROM activity_application p WHERE p.activity_id = a.id) AS applied
ORDER BY a.id;
