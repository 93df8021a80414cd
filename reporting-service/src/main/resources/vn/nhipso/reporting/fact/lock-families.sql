-- The families that a batch may change, with those that weigh or are weighed by them; a day of the administrative calendar may belong to the next year.
WITH given AS (
  SELECT * FROM unnest(?::text[], ?::smallint[]) AS g (indicator, year)
),
wider AS (
  SELECT indicator, year FROM given
  UNION
  SELECT g.indicator, (g.year + 1)::smallint FROM given g JOIN definition d ON d.code = g.indicator AND d.calendar = 'ADMINISTRATIVE'
),
related AS (
  SELECT indicator, year FROM wider
  UNION SELECT d.weight, w.year FROM wider w JOIN definition d ON d.code = w.indicator WHERE d.weight IS NOT NULL
  UNION SELECT d.code, w.year FROM wider w JOIN definition d ON d.weight = w.indicator
),
known AS (
  INSERT INTO family SELECT indicator, year FROM related ORDER BY indicator, year ON CONFLICT DO NOTHING
)
SELECT indicator, year FROM related ORDER BY indicator, year
