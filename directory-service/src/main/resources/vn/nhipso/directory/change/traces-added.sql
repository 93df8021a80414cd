-- What a change wrote, whether it still stands or not. Parameters: change.
WITH asked AS (SELECT recorded_at AS moment FROM unit_change WHERE id = ?::uuid)
SELECT {columns} FROM asked, unit_version u WHERE u.recorded_at = asked.moment
UNION
SELECT {columns} FROM asked, unit_version_superseded u WHERE lower(u.recorded) = asked.moment
