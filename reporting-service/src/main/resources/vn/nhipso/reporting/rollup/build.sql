-- Rollups of whole periods at once into a relation beside the served one, by the definition that keeps the others up to date, and what they come to.
-- In: indicators, periods (pairs). {keys}, {facts} and {levels} make them, {sums} is what they come to.
WITH chunk AS MATERIALIZED (
  SELECT p.* FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
),
keys AS MATERIALIZED (
  {keys}
),
facts AS MATERIALIZED (
  {facts}
),
{levels}
{sums}
