-- Teams that a file may mean, with their stays, oldest first. Parameters: codes.
SELECT t.id, t.unit_code, t.unit_id, t.kind, t.level, t.name, t.decision_number, t.decision_issuer, t.decision_issued_on,
  t.valid_from, t.valid_to, p.unit_code AS stays_at, lower(p.valid) AS first_day, upper(p.valid) AS end_day
FROM team t JOIN team_placement p ON p.team_id = t.id
WHERE t.id IN (SELECT team_id FROM team_placement WHERE unit_code = ANY (?::text[]))
ORDER BY t.id, p.valid
