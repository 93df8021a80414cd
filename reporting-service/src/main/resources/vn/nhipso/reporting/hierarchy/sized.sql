-- Whose number of units is another on some day: not all above a unit that lies elsewhere, only those that it comes to or goes from.
INSERT INTO sized
SELECT DISTINCT ancestor
FROM (
  SELECT ancestor, range_agg(daterange(valid_from, valid_to)) FILTER (WHERE gone) AS gone,
         range_agg(daterange(valid_from, valid_to)) FILTER (WHERE NOT gone) AS come
  FROM (SELECT *, true AS gone FROM ancestor_gone UNION ALL SELECT *, false FROM ancestor_come) side
  GROUP BY unit, ancestor, unit_level
) s
WHERE gone IS DISTINCT FROM come
