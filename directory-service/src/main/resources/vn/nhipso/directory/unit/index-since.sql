-- All versions of the units about which anything was recorded after a moment, with the newest change; a unit that is gone has none.
-- Parameters: moment, moment, how many units at most.
SELECT newest.known, t.touched, {columns}
FROM (SELECT coalesce(max(recorded_at), 'epoch') AS known FROM unit_change) newest
LEFT JOIN (
  SELECT unit_id AS touched FROM unit_version WHERE recorded_at > ?::timestamptz
  UNION
  SELECT unit_id FROM unit_version_superseded WHERE upper(recorded) > ?::timestamptz
  LIMIT ?) t ON true
LEFT JOIN unit_version u ON u.unit_id = t.touched
