WITH gone AS (
  DELETE FROM unit_ancestor a USING ancestor_gone g
  WHERE a.unit = g.unit AND a.ancestor = g.ancestor AND a.valid_from = g.valid_from
  RETURNING a.*
)
INSERT INTO unit_ancestor_past SELECT g.*, t.at FROM gone g CROSS JOIN (SELECT max(known_at) AS at FROM unit_change) t WHERE g.known_from < t.at
