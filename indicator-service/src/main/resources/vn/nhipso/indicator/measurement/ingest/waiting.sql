-- What waits for publication of a unit and period, as it was last stated: that is the newest revision of the log.
SELECT m.unit, m.period, m.indicator, m.scope, m.id, m.last_revision,
       r.numerator, r.denominator, r.value, r.qualifiers, r.absence, r.stated, r.source, r.note,
       r.withdrawn, r.definition_version, m.at_lowest
FROM measurement m JOIN measurement_revision r ON r.measurement_id = m.id AND r.revision = m.last_revision
WHERE m.unit = ? AND m.period = ? AND (NOT m.published OR m.draft IS NOT NULL) AND NOT (r.withdrawn AND NOT m.published)
ORDER BY m.unit, m.period, m.indicator, m.scope
FOR UPDATE OF m
