-- Stays that begin on the day or later, up to where somebody brought each elsewhere. Parameters: day, owners, days of the moves.
WITH asked AS (SELECT ?::date AS day)
DELETE FROM {table}_placement p
USING asked, unnest(?::uuid[], ?::date[]) AS n(owner, until)
WHERE p.{table}_id = n.owner AND lower(p.valid) >= asked.day AND (n.until IS NULL OR lower(p.valid) < n.until)
