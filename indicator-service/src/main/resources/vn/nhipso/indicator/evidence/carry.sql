-- Revisions that an approval of a return has published just now cite what was cited since the one published before them.
INSERT INTO revision_evidence (measurement_id, revision, evidence)
SELECT DISTINCT m.id, m.revision, cited.evidence
FROM measurement m
JOIN measurement_revision approved ON approved.measurement_id = m.id AND approved.revision = m.revision
CROSS JOIN LATERAL (
  SELECT coalesce(max(p.revision), 0) AS revision FROM measurement_revision p
  WHERE p.measurement_id = m.id AND p.published AND p.revision < m.revision) AS before
JOIN revision_evidence cited ON cited.measurement_id = m.id AND cited.revision > before.revision AND cited.revision < m.revision
WHERE m.unit = ? AND m.period = ? AND approved.reason_code = 'APPROVED' AND approved.reason_text = ?
ON CONFLICT DO NOTHING
