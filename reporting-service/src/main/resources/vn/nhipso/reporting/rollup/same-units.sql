-- Whether everything at or below a unit is the same on two days: then a figure of the one is a figure of the other.
WITH one AS (
  SELECT unit, ancestor FROM unit_ancestor WHERE unit IN (SELECT unit FROM unit_ancestor WHERE ancestor = ?) AND valid_from <= ? AND valid_to > ?
),
other AS (
  SELECT unit, ancestor FROM unit_ancestor WHERE unit IN (SELECT unit FROM unit_ancestor WHERE ancestor = ?) AND valid_from <= ? AND valid_to > ?
),
members AS (
  SELECT unit FROM one WHERE ancestor = ? UNION SELECT unit FROM other WHERE ancestor = ?
)
SELECT NOT EXISTS (
    SELECT FROM members m
    WHERE NOT EXISTS (SELECT FROM unit_life l WHERE l.unit = m.unit AND l.valid_from <= least(?::date, ?::date) AND l.valid_to > greatest(?::date, ?::date)))
  AND NOT EXISTS (
    (SELECT o.* FROM one o JOIN members m ON m.unit = o.unit EXCEPT SELECT o.* FROM other o JOIN members m ON m.unit = o.unit)
    UNION ALL
    (SELECT o.* FROM other o JOIN members m ON m.unit = o.unit EXCEPT SELECT o.* FROM one o JOIN members m ON m.unit = o.unit))
