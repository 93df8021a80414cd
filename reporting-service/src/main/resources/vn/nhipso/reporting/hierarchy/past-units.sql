-- Versions that hold no longer, or not as they did.
WITH gone AS (
  DELETE FROM unit_version v
  USING moved_code m
  WHERE v.code = m.code
    AND NOT EXISTS (
      SELECT FROM unit_new n
      WHERE n.code = v.code AND n.valid = v.valid
        AND (n.name, n.full_name, n.type, n.level, n.parent_code) IS NOT DISTINCT FROM (v.name, v.full_name, v.type, v.level, v.parent_code))
  RETURNING v.*
)
INSERT INTO unit_version_past SELECT g.*, t.at FROM gone g CROSS JOIN (SELECT max(known_at) AS at FROM unit_change) t WHERE g.known_from < t.at
