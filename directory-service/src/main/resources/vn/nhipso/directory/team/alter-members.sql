-- Members of a file that were known, each altered phone number with its line in the log. Parameters: moment, by, then columns.
WITH asked AS (SELECT ?::timestamptz AS moment, ?::text AS by),
altered AS (
  UPDATE team_member m
  SET role = n.role, body = n.body, phone = n.phone, member_to = n.member_to, revision = m.revision + 1, recorded_at = asked.moment,
    recorded_by = asked.by
  FROM asked, unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[]) AS n(id, role, body, phone, member_to)
  WHERE m.id = n.id
  RETURNING new.id, new.team_id, old.phone IS DISTINCT FROM new.phone AS called_otherwise)
INSERT INTO contact_log (team_id, member_id, action, fields, at, by)
SELECT a.team_id, a.id, 'CHANGED', '{phone}', asked.moment, asked.by FROM altered a, asked WHERE a.called_otherwise
ORDER BY a.id
