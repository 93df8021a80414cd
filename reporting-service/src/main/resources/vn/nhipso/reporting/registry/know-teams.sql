-- Every state goes to the history; the teams whose newest state is new are answered.
WITH known AS (
  INSERT INTO team_revision
  SELECT * FROM unnest(?::text[], ?::integer[], ?::timestamptz[], ?::jsonb[])
  ON CONFLICT DO NOTHING
  RETURNING id, revision
)
SELECT DISTINCT k.id FROM known k WHERE NOT EXISTS (SELECT FROM team_revision r WHERE r.id = k.id AND r.revision > k.revision)
