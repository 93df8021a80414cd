-- Parameters: teams.
SELECT id, team_id, name, role, body, phone, member_from, member_to, erased_at IS NOT NULL AS erased
FROM team_member WHERE team_id = ANY (?::uuid[]) ORDER BY id
