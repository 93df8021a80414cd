WITH gone AS (
  DELETE FROM unit_size s USING sized x
  WHERE s.unit = x.unit
    AND NOT EXISTS (
      SELECT FROM size_new n
      WHERE n.unit = s.unit AND n.valid_from = s.valid_from AND n.valid_to = s.valid_to
        AND (n.provinces, n.districts, n.communes) = (s.provinces, s.districts, s.communes))
  RETURNING s.*
)
INSERT INTO unit_size_past SELECT g.*, t.at FROM gone g CROSS JOIN (SELECT max(known_at) AS at FROM unit_change) t WHERE g.known_from < t.at
