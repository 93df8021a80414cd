-- The next revision of each; counts on over a removal.
INSERT INTO event_revision (key, revision)
SELECT 'alias:' || alias, 1 FROM unnest(?::text[]) AS alias ORDER BY alias
ON CONFLICT (key) DO UPDATE SET revision = event_revision.revision + 1
RETURNING substr(key, 7) AS alias, revision
