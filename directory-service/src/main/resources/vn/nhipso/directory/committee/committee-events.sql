-- The whole state of committees, without names of persons and without the note, which may hold some. Parameters: committees, moment.
WITH asked AS (SELECT ?::uuid[] AS committees, ?::text AS moment)
INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.teams', c.id::text, 'vn.nhipso.committee.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'id', c.id, 'revision', c.revision, 'unit', last_stay.unit_code, 'name', c.name,
    'validFrom', c.valid_from, 'validTo', c.valid_to,
    'decision', CASE WHEN coalesce(c.decision_number, c.decision_issuer, c.decision_issued_on::text) IS NOT NULL THEN
      json_build_object('number', c.decision_number, 'issuer', c.decision_issuer, 'issuedOn', c.decision_issued_on) END,
    'seats', coalesce(seats.list, '[]'::json), 'placements', stays.list, 'recordedAt', asked.moment))
FROM asked
JOIN committee c ON c.id = ANY (asked.committees)
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
ORDER BY c.id
RETURNING position
