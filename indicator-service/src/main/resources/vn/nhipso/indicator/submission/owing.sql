-- Which units owe a report with a certain last day and have not handed it in; where a return has a day of its own, that one counts.
WITH owed AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::date[]) AS o (period, level, closing_day)),
day (due) AS (
  SELECT ?::date)
SELECT v.code, owed.period, r.id, r.status
FROM owed CROSS JOIN day
JOIN unit_version v ON v.level = owed.level AND v.valid_from <= owed.closing_day AND (v.valid_to IS NULL OR v.valid_to > owed.closing_day)
LEFT JOIN report_return r ON r.unit = v.code AND r.period = owed.period
WHERE coalesce(r.extended_to, day.due) = day.due AND r.first_submitted_at IS NULL
UNION
SELECT r.unit, r.period, r.id, r.status
FROM day JOIN report_return r ON r.extended_to = day.due
WHERE r.first_submitted_at IS NULL
ORDER BY 1, 2
