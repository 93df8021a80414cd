-- The units that bear these codes on a day, with how many report at or below them.
SELECT v.code, v.name, v.full_name, v.level, v.parent_code, coalesce(s.provinces, 0), coalesce(s.districts, 0), coalesce(s.communes, 0)
FROM unit_version v
LEFT JOIN unit_size s ON s.unit = v.code AND s.valid_from <= ? AND s.valid_to > ?
WHERE v.code = ANY (?) AND v.valid @> ?::date
ORDER BY v.code
