-- The newest state of each code waits under its change.
INSERT INTO unit_staged
SELECT DISTINCT ON (change_id, code) change_id, code, revision, data::jsonb
FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) AS u (change_id, code, revision, data)
ORDER BY change_id, code, revision DESC
ON CONFLICT (change_id, code) DO UPDATE SET revision = excluded.revision, data = excluded.data
WHERE unit_staged.revision < excluded.revision
