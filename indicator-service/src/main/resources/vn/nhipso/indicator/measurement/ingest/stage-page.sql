-- The next rows in the order of their keys, so that figures of one unit and period are together, and repetitions behind what they repeat.
SELECT line, CASE WHEN coalesce(leader, line) = line THEN item END, leader, conflict, unit, period
FROM measurement_stage_row
WHERE stage = ? AND (unit, period) >= (?, ?) AND (?::text IS NULL OR (unit, period) = (?, ?))
ORDER BY unit, period, indicator, scope, line
LIMIT ?
