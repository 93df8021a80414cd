-- The notices themselves, each with a position. In: the batch.
INSERT INTO correction
SELECT nextval('correction_position'), ?, c.indicator, c.unit, c.period, c.scope, c.measurement_id, c.revision, c.recorded_at, c.reason_code,
       c.reason_text, c.withdrawn, c.numerator, c.denominator, c.value, c.qualifiers, c.absence, c.old_revision, c.old_numerator, c.old_denominator,
       c.old_value, c.old_qualifiers, c.old_absence, coalesce(r.indicators, ARRAY[c.indicator]), coalesce(r.periods, ARRAY[c.period]),
       coalesce(r.units, ARRAY[c.unit])
FROM work_correction c
LEFT JOIN (
  SELECT measurement_id, array_agg(DISTINCT indicator) AS indicators, array_agg(DISTINCT period) AS periods, array_agg(DISTINCT unit) AS units
  FROM work_reach
  GROUP BY measurement_id
) r ON r.measurement_id = c.measurement_id
ORDER BY c.recorded_at, c.measurement_id, c.revision
ON CONFLICT (measurement_id, revision) DO NOTHING
