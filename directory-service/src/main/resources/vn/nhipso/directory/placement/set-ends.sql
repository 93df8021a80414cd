-- The end of the stay that holds the day before. Parameters: day, owners, ends.
WITH asked AS (SELECT ?::date - 1 AS last)
UPDATE {table}_placement p SET valid = daterange(lower(p.valid), n.end_day)
FROM asked, unnest(?::uuid[], ?::date[]) AS n(owner, end_day)
WHERE p.{table}_id = n.owner AND p.valid @> asked.last
