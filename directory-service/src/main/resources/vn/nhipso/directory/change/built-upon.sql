-- Changes that altered what this one had written and are still in force. Parameters: change.
WITH asked AS (SELECT id, recorded_at AS moment FROM unit_change WHERE id = ?::uuid),
later AS (
  SELECT v.superseded_by AS id FROM asked, unit_version_superseded v WHERE lower(v.recorded) = asked.moment
  UNION
  SELECT e.superseded_by FROM asked, lineage_edge_superseded e WHERE e.change_id = asked.id)
SELECT c.id, c.effective_on, c.act_number
FROM later JOIN unit_change c ON c.id = later.id
WHERE c.kind <> 'WITHDRAWAL' AND NOT EXISTS (SELECT FROM unit_change w WHERE w.withdraws = c.id)
ORDER BY c.effective_on, c.id
