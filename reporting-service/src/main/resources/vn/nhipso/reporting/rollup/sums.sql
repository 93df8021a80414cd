-- What the served rollups of periods come to: rows, and a sum of hashes over all columns that no order changes. In: indicators, periods (pairs);
-- {checksum} of a row r.
SELECT r.indicator, r.period, count(*), sum({checksum})
FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period
GROUP BY r.indicator, r.period
