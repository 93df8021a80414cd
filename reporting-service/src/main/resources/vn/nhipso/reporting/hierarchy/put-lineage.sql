INSERT INTO lineage_edge
SELECT n.* FROM edge_new n
WHERE NOT EXISTS (SELECT FROM lineage_edge e WHERE e.from_code = n.from_code AND e.effective_on = n.effective_on AND e.ordinal = n.ordinal)
