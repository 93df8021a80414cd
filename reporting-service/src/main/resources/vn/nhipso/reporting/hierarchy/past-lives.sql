WITH gone AS (
  DELETE FROM unit_life l USING (SELECT DISTINCT code FROM life_code) c
  WHERE l.unit = c.code
    AND NOT EXISTS (SELECT FROM life_new n WHERE n.unit = l.unit AND n.valid_from = l.valid_from AND n.valid_to = l.valid_to)
  RETURNING l.*
)
INSERT INTO unit_life_past SELECT g.*, t.at FROM gone g CROSS JOIN (SELECT max(known_at) AS at FROM unit_change) t WHERE g.known_from < t.at
