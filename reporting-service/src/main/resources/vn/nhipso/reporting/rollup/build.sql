-- Rollups of whole periods at once into a relation beside the served one, by the definition that keeps the others up to date, and what they come to.
-- In: indicators, periods (pairs). {keys}, {facts} and {levels} make them; {into} is the relation.
WITH chunk AS MATERIALIZED (
  SELECT p.* FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN rollup_period p ON p.indicator = w.indicator AND p.period = w.period
),
keys AS MATERIALIZED (
  SELECT DISTINCT * FROM (
    {keys}
  ) k
),
facts AS MATERIALIZED (
  {facts}
),
{levels},
made AS (
  INSERT INTO {into} AS m SELECT * FROM levels RETURNING m.*
)
SELECT indicator, period, count(*), sum(hashtextextended(made::text, 0)) FROM made GROUP BY indicator, period
