-- Edges of which something else is said now; whom they led to may live another life.
WITH gone AS (
  DELETE FROM lineage_edge e
  USING moved_from m
  WHERE e.from_code = m.code
    AND NOT EXISTS (
      SELECT FROM edge_new n
      WHERE n.from_code = e.from_code AND n.effective_on = e.effective_on AND n.ordinal = e.ordinal AND n.revision = e.revision)
  RETURNING e.*
),
past AS (
  INSERT INTO lineage_edge_past SELECT g.*, t.at FROM gone g CROSS JOIN (SELECT max(known_at) AS at FROM unit_change) t WHERE g.known_from < t.at
)
INSERT INTO life_code SELECT to_code FROM gone WHERE to_code IS NOT NULL
