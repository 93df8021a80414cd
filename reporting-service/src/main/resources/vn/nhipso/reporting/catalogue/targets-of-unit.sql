-- The target that holds for a unit and period, an indicator a row: its own, else that of the nearest unit above; of exactly the period, else of the
-- shortest that contains it.
SELECT DISTINCT ON (t.indicator)
       t.indicator, t.id, t.unit, t.period, t.comparator, t.value, t.qualifiers, t.document, t.assigned_by
FROM target t
JOIN period p ON p.period = t.period
JOIN unit_ancestor a ON a.ancestor = t.unit AND a.unit = ? AND a.valid_from <= ? AND a.valid_to > ?
WHERE p.starts <= ? AND p.ends >= ?
ORDER BY t.indicator, a.ancestor_level DESC, p.ends - p.starts, t.period
