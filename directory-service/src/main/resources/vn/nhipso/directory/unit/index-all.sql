-- Every version of every unit, with the newest change of the same moment.
SELECT newest.known, u.unit_id AS touched, {columns}
FROM (SELECT coalesce(max(recorded_at), 'epoch') AS known FROM unit_change) newest, unit_version u
ORDER BY u.unit_id, u.valid
