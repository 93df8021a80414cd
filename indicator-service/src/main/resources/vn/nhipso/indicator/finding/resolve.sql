-- What was odd among the figures of these places and is not any more.
UPDATE finding f SET state = 'RESOLVED', resolved_at = moment.at, revision = revision + 1
FROM unnest(?::text[], ?::text[]) AS place (unit, period), (SELECT ?::timestamptz) AS moment (at)
WHERE f.unit = place.unit AND f.period = place.period AND f.state <> 'RESOLVED'
  AND f.code IN ('STATED_PERCENT_DIFFERS', 'WHOLE_OUTSIDE_PARTS')
  AND NOT EXISTS (
    SELECT 1 FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) AS odd (unit, period, indicator, scope, code)
    WHERE odd.unit = f.unit AND odd.period = f.period AND odd.indicator = f.indicator AND odd.scope = f.scope AND odd.code = f.code)
