-- Everything that led to the codes by that day, with all that left those units beside it. Parameters: [as of], codes, day.
WITH RECURSIVE edge AS NOT MATERIALIZED (SELECT * FROM {edges}),
led AS (
  SELECT unnest(?::text[]) AS code, ?::date AS until, NULL::date AS left_on
  UNION
  SELECT e.from_code, e.effective_on - 1, e.effective_on FROM led JOIN edge e ON e.to_code = led.code WHERE e.effective_on <= led.until)
SELECT DISTINCT e.from_code, e.effective_on, e.to_code, e.area, e.population, e.share
FROM led JOIN edge e ON e.from_code = led.code AND e.effective_on <= coalesce(led.left_on, led.until)
ORDER BY e.from_code, e.effective_on, e.to_code
