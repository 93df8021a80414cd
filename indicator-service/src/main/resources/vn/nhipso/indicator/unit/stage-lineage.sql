-- As stage-units.sql, for what became of units. Heirs come as JSON: rows of an array are of one length.
INSERT INTO lineage_staged
SELECT DISTINCT ON (change_id, from_code, effective_on) change_id, from_code, effective_on, revision, has_edges,
       ARRAY(SELECT jsonb_array_elements_text(heirs::jsonb))
FROM unnest(?::text[], ?::text[], ?::date[], ?::bigint[], ?::boolean[], ?::text[])
  AS l (change_id, from_code, effective_on, revision, has_edges, heirs)
ORDER BY change_id, from_code, effective_on, revision DESC
ON CONFLICT (change_id, from_code, effective_on) DO UPDATE
SET revision = excluded.revision, has_edges = excluded.has_edges, heirs = excluded.heirs
WHERE lineage_staged.revision < excluded.revision
