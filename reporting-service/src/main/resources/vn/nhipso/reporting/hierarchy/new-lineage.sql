-- The outgoing edges of codes as they are known now.
INSERT INTO edge_new
SELECT r.from_code, r.effective_on, e.ordinal, r.revision, e.edge ->> 'to', e.edge ->> 'area', e.edge ->> 'population', (e.edge ->> 'share')::numeric,
       (SELECT max(known_at) FROM unit_change)
FROM (
  SELECT DISTINCT ON (r.from_code, r.effective_on) r.*
  FROM moved_from m JOIN lineage_revision r ON r.from_code = m.code
  ORDER BY r.from_code, r.effective_on, r.revision DESC
) r
CROSS JOIN LATERAL jsonb_array_elements(r.edges) WITH ORDINALITY AS e (edge, ordinal)
