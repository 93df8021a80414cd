-- One finding of a kind a measurement. An acknowledged one stays acknowledged while its basis is the same; a resolved one opens again.
-- It is of published figures where none of those it speaks of waits: its own, the other scopes where a whole is held against its parts, all
-- stated percentages of the place where a denominator is proposed.
INSERT INTO finding AS known (
  unit, period, indicator, scope, code, severity, detail_vi, detail_en, proposed_denominator, basis, recorded_at, of_published)
SELECT unit, period, indicator, scope, code, severity, detail_vi, detail_en, proposed, basis, moment.at,
  NOT EXISTS (
    SELECT 1 FROM measurement m
    WHERE m.unit = g.unit AND m.period = g.period AND (NOT m.published OR m.draft IS NOT NULL)
      AND ((m.indicator = g.indicator AND (m.scope = g.scope OR g.code = 'WHOLE_OUTSIDE_PARTS'))
        OR (g.proposed IS NOT NULL
          AND coalesce(m.draft ->> 'denominator', m.denominator::text) IS NOT NULL AND coalesce(m.draft ->> 'value', m.value::text) IS NOT NULL)))
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[])
  AS g (unit, period, indicator, scope, code, severity, detail_vi, detail_en, proposed, basis),
  (SELECT ?::timestamptz) AS moment (at)
ON CONFLICT ON CONSTRAINT uq_finding_measurement_code DO UPDATE SET
  severity = excluded.severity, detail_vi = excluded.detail_vi, detail_en = excluded.detail_en,
  proposed_denominator = excluded.proposed_denominator, basis = excluded.basis, of_published = excluded.of_published, resolved_at = NULL,
  revision = known.revision + 1,
  recorded_at = CASE WHEN known.state = 'ACKNOWLEDGED' AND known.basis = excluded.basis THEN known.recorded_at ELSE excluded.recorded_at END,
  state = CASE WHEN known.state = 'ACKNOWLEDGED' AND known.basis = excluded.basis THEN known.state ELSE 'OPEN' END,
  acknowledged_reason = CASE WHEN known.state = 'ACKNOWLEDGED' AND known.basis = excluded.basis THEN known.acknowledged_reason END,
  acknowledged_by = CASE WHEN known.state = 'ACKNOWLEDGED' AND known.basis = excluded.basis THEN known.acknowledged_by END,
  acknowledged_at = CASE WHEN known.state = 'ACKNOWLEDGED' AND known.basis = excluded.basis THEN known.acknowledged_at END
WHERE known.state = 'RESOLVED'
   OR (known.detail_vi, known.proposed_denominator, known.basis, known.of_published)
      IS DISTINCT FROM (excluded.detail_vi, excluded.proposed_denominator, excluded.basis, excluded.of_published)
