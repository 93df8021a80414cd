-- One finding of a kind a measurement. An acknowledged one stays acknowledged while it is the same; a resolved one opens again.
INSERT INTO finding AS known (unit, period, indicator, scope, code, severity, detail_vi, detail_en, proposed_denominator, recorded_at)
SELECT unit, period, indicator, scope, code, severity, detail_vi, detail_en, proposed, moment.at
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[])
  AS g (unit, period, indicator, scope, code, severity, detail_vi, detail_en, proposed),
  (SELECT ?::timestamptz) AS moment (at)
ON CONFLICT ON CONSTRAINT uq_finding_measurement_code DO UPDATE SET
  severity = excluded.severity, detail_vi = excluded.detail_vi, detail_en = excluded.detail_en,
  proposed_denominator = excluded.proposed_denominator, state = 'OPEN', recorded_at = excluded.recorded_at, resolved_at = NULL
WHERE known.state = 'RESOLVED'
   OR (known.detail_vi, known.proposed_denominator) IS DISTINCT FROM (excluded.detail_vi, excluded.proposed_denominator)
