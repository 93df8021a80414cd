-- As apply-staged.sql, for what became of units.
WITH due AS (
  DELETE FROM lineage_staged s USING unit_change WHERE unit_change.change_id = s.change_id
  RETURNING s.from_code, s.effective_on, s.revision, s.has_edges, s.heirs)
INSERT INTO lineage AS known (from_code, effective_on, revision, has_edges, heirs)
SELECT DISTINCT ON (from_code, effective_on) from_code, effective_on, revision, has_edges, heirs
FROM due ORDER BY from_code, effective_on, revision DESC
ON CONFLICT (from_code, effective_on) DO UPDATE
SET revision = excluded.revision, has_edges = excluded.has_edges, heirs = excluded.heirs
WHERE known.revision < excluded.revision
