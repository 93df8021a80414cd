-- Every state goes to the history; the teams of which one is new are answered.
WITH known AS (
  INSERT INTO team_revision
  SELECT * FROM unnest(?::text[], ?::integer[], ?::timestamptz[], ?::jsonb[])
  ON CONFLICT DO NOTHING
  RETURNING id
)
SELECT DISTINCT id FROM known
