-- What the served rollups of periods come to: rows, and {sum} of the {checksum} of a row r, made once a row. In: indicators, periods (pairs).
-- A period after the other, each by the index: however many there are, no other is read.
SELECT w.indicator, w.period, s.*
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
CROSS JOIN LATERAL (
  SELECT count(*) AS rows, {sum} AS checksum
  FROM (
    SELECT {checksum} AS checksum
    FROM rollup r
    WHERE r.indicator = w.indicator AND r.period = w.period
    OFFSET 0
  ) served
) s
WHERE s.rows > 0
