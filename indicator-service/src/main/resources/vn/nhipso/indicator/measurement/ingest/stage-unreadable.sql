-- The next rows that were refused when they were put down.
SELECT line, item, NULL::int, NULL::int[], '', ''
FROM measurement_stage_row WHERE stage = ? AND unit IS NULL AND line > ? ORDER BY line LIMIT ?
