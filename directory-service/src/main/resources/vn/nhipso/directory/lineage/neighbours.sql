-- The edges that leave codes on days, and those that arrive, with the unit at the other end. Parameters: codes and days of leaving, of arriving.
SELECT asked.code AS asked_code, asked.day AS asked_day, true AS leaving, e.to_code AS other, e.area, e.population, e.share, {columns}
FROM unnest(?::text[], ?::date[]) AS asked(code, day)
JOIN lineage_edge e ON e.from_code = asked.code AND e.effective_on = asked.day
LEFT JOIN unit_version u ON u.code = e.to_code AND u.valid @> e.effective_on
UNION ALL
SELECT asked.code, asked.day, false, e.from_code, e.area, e.population, e.share, {columns}
FROM unnest(?::text[], ?::date[]) AS asked(code, day)
JOIN lineage_edge e ON e.to_code = asked.code AND e.effective_on = asked.day
JOIN unit_version u ON u.code = e.from_code AND u.valid @> (e.effective_on - 1)
ORDER BY asked_code, asked_day, leaving, other
