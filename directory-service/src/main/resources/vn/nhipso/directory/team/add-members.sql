-- New members, each with its line in the log of personal data. Parameters: moment, by, then columns.
WITH asked AS (SELECT ?::timestamptz AS moment, ?::text AS by),
entered AS (
  INSERT INTO team_member (recorded_at, recorded_by, id, team_id, name, role, body, phone, member_from, member_to)
  SELECT asked.moment, asked.by, n.*
  FROM asked, unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[]) AS n
  RETURNING id, team_id, phone)
INSERT INTO contact_log (team_id, member_id, action, fields, at, by)
SELECT e.team_id, e.id, 'ENTERED', CASE WHEN e.phone IS NULL THEN '{name}' ELSE '{name,phone}' END::text[], asked.moment, asked.by
FROM entered e, asked
ORDER BY e.id
