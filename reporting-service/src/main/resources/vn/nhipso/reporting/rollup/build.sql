-- Rollups of whole periods at once into a relation beside the served one, by the definition that keeps the others up to date, and what they come to.
-- In: indicators, periods (pairs). {inputs} are keys and the facts of these, {levels} make them, {sums} is what they come to.
WITH chunk AS MATERIALIZED (
  SELECT p.* FROM many() e CROSS JOIN unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
),
{inputs}
{levels}
{sums}
