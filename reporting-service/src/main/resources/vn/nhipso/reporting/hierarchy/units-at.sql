-- The units that bear these codes on these days, with how many report at or below them. In: days; codes.
SELECT d.day, v.code, v.name, v.full_name, v.level, v.parent_code, coalesce(s.provinces, 0), coalesce(s.districts, 0), coalesce(s.communes, 0)
FROM unnest(?::date[]) AS d (day)
CROSS JOIN unnest(?::text[]) AS a (code)
JOIN unit_version v ON v.code = a.code AND v.valid @> d.day
LEFT JOIN unit_size s ON s.unit = v.code AND s.valid_from <= d.day AND s.valid_to > d.day
ORDER BY d.day, v.code
