-- The level is the unit's on the closing day of the civil calendar, or of the administrative one where it lived only then.
INSERT INTO report_return AS r (unit, period, level, closing_day, recorded_at)
SELECT given.unit, given.period, lived.level, lived.day, now.at
FROM (SELECT ?::timestamptz) AS now (at),
     unnest(?::text[], ?::text[], ?::date[], ?::date[]) AS given (unit, period, civil, administrative)
CROSS JOIN LATERAL (
  SELECT v.level, closing.day
  FROM (VALUES (1, given.civil), (2, given.administrative)) AS closing (place, day)
  JOIN unit_version v ON v.code = given.unit AND v.valid_from <= closing.day AND (v.valid_to IS NULL OR v.valid_to > closing.day)
  ORDER BY closing.place LIMIT 1) AS lived
ORDER BY given.unit COLLATE "C", given.period COLLATE "C"
ON CONFLICT ON CONSTRAINT uq_report_return_unit_period DO NOTHING
