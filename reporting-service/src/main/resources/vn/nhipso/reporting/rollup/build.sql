-- Rollups of whole periods at once into a relation beside the served one, by the definition that keeps the others up to date, and what they come to.
-- In: indicators, periods (pairs). {inputs} are what they are made of, {levels} make them, {sums} are these added up, with how many they are.
WITH chunk AS MATERIALIZED (
  SELECT p.* FROM many() e CROSS JOIN unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
),
{inputs}
{levels}
SELECT indicator, period, sum(rows), sum(checksum) FROM ({sums}) s GROUP BY indicator, period
