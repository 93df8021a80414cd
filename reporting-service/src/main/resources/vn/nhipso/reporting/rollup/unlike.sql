-- Where the rollups made anew and the served ones differ, a row a period: how many rows, and the units, {most} of them.
-- In: indicators, periods (pairs) twice; {made} is the relation.
WITH made AS (
  SELECT m.indicator, m.period, m.unit, m::text AS said
  FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN {made} m ON m.indicator = w.indicator AND m.period = w.period
),
served AS (
  SELECT r.indicator, r.period, r.unit, r::text AS said
  FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period
)
SELECT indicator, period, count(*), (array_agg(unit ORDER BY unit)){most}
FROM made FULL JOIN served USING (indicator, period, unit)
WHERE made.said IS DISTINCT FROM served.said
GROUP BY indicator, period
