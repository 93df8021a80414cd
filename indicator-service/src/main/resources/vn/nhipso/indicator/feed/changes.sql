-- Published revisions by position, each with its key and the published revision before it. Every step is a look at an index whatever the length of
-- the log: the lateral limits keep the planner from joining whole tables for a page.
SELECT r.position, r.withdrawn, m.id, m.unit, m.period, m.indicator, m.scope, r.definition_version, r.revision, r.recorded_at,
       r.reason_code, r.reason_text,
       r.numerator, r.denominator, r.value, r.qualifiers, r.absence, r.stated, r.source, r.note,
       former.revision AS former_revision, former.withdrawn AS former_withdrawn, former.recorded_at AS former_recorded_at,
       former.numerator, former.denominator, former.value, former.qualifiers, former.absence, former.stated, former.source, former.note
FROM measurement_revision r
CROSS JOIN LATERAL (
  SELECT id, unit, period, indicator, scope FROM measurement
  WHERE id = r.measurement_id AND (cardinality(?::text[]) = 0 OR indicator = ANY (?)) AND (cardinality(?::text[]) = 0 OR unit = ANY (?))
  LIMIT 1) AS m
LEFT JOIN LATERAL (
  SELECT * FROM measurement_revision earlier
  WHERE earlier.measurement_id = r.measurement_id AND earlier.revision < r.revision AND earlier.published
  ORDER BY earlier.revision DESC LIMIT 1) AS former ON true
WHERE r.position > ? AND r.position <= ?
ORDER BY r.position LIMIT ?
