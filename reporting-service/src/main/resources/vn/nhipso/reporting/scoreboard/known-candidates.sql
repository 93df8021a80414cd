-- Indicators that may have had something to say about a unit and period at a moment: those of which a period that ends inside was reported by anyone, those with a
-- target, and what the register counts.
SELECT d.code
FROM (SELECT DISTINCT code FROM definition) d
WHERE d.code IN (
  SELECT r.indicator FROM rollup_period r JOIN period p ON p.period = r.period
  WHERE p.ends >= ?::date - 31 AND p.ends <= ?::date
  UNION
  SELECT t.indicator FROM target t
  JOIN period p ON p.period = t.period
  JOIN unnest(?::date[]) AS d (day) ON true
  JOIN unit_ancestor a ON a.ancestor = t.unit AND a.unit = ? AND a.valid_from <= d.day AND a.valid_to > d.day
  WHERE p.starts <= ? AND p.ends >= ?
  UNION
  SELECT unnest(?::text[])
)
