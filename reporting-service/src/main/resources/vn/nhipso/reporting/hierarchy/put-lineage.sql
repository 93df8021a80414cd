-- The outgoing edges of codes as they are known now.
INSERT INTO lineage_edge
SELECT r.from_code, r.effective_on, e.ordinal, r.revision, e.edge ->> 'to', e.edge ->> 'area', e.edge ->> 'population', (e.edge ->> 'share')::numeric
FROM (
  SELECT DISTINCT ON (from_code, effective_on) * FROM lineage_revision WHERE from_code = ANY (?) ORDER BY from_code, effective_on, revision DESC
) r
CROSS JOIN LATERAL jsonb_array_elements(r.edges) WITH ORDINALITY AS e (edge, ordinal)
