-- Indicators that may have something to say about a unit and period: a figure of it or of a period that ends inside, a statement, a target of the unit or of one
-- above that is for this period or a longer one; and what the register counts.
SELECT r.indicator FROM rollup r JOIN period p ON p.period = r.period
WHERE r.unit = ? AND p.ends >= ?::date - 31 AND p.ends <= ?::date
UNION
SELECT f.indicator FROM fact f WHERE f.unit = ? AND f.period = ? AND NOT f.withdrawn
UNION
SELECT t.indicator FROM target t
JOIN period p ON p.period = t.period
JOIN unnest(?::date[]) AS d (day) ON true
JOIN unit_ancestor a ON a.ancestor = t.unit AND a.unit = ? AND a.valid_from <= d.day AND a.valid_to > d.day
WHERE p.starts <= ? AND p.ends >= ?
UNION
SELECT unnest(?::text[])
