-- The next rows in the order of the delivery, each with those that repeat it, which need no content of their own. What came before is gone.
WITH bound AS (
  SELECT max(line) AS last FROM (
    SELECT line FROM measurement_stage_row WHERE stage = ? AND coalesce(leader, line) = line ORDER BY line LIMIT ?) AS leaders)
SELECT line, CASE WHEN coalesce(leader, line) = line THEN item END, leader, conflict
FROM measurement_stage_row, bound
WHERE stage = ? AND coalesce(leader, line) <= bound.last
ORDER BY line
