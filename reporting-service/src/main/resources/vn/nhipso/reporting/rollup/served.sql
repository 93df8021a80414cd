-- The served rollups of periods, with the {checksum} of a row r, made once a row. In: indicators, periods (pairs).
(
  SELECT r.indicator, r.period, {checksum} AS checksum
  FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period
  OFFSET 0
) served
