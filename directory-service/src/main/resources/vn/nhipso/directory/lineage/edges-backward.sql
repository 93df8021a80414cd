-- Everything that ever led to the codes by that day, with all that left those units beside it. Parameters: codes, day.
WITH RECURSIVE asked AS (SELECT ?::text[] AS codes, ?::date AS until),
led AS (
  SELECT unnest(asked.codes) AS code FROM asked
  UNION
  SELECT e.from_code FROM asked, led JOIN lineage_edge e ON e.to_code = led.code WHERE e.effective_on <= asked.until)
SELECT e.from_code, e.effective_on, e.to_code, e.area, e.population, e.share
FROM asked, led JOIN lineage_edge e ON e.from_code = led.code
WHERE e.effective_on <= asked.until
ORDER BY e.from_code, e.effective_on, e.to_code
