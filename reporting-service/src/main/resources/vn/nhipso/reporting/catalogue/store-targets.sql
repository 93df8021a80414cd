INSERT INTO target_revision
SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::numeric[], ?::smallint[], ?::jsonb[], ?::text[], ?::timestamptz[], ?::boolean[])
ON CONFLICT DO NOTHING
