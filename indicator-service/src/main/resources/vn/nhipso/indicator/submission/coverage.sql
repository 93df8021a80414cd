-- A unit and all below it on a day, each with its branch (the child of the unit that it lies in), with the day on which it owes its report, where
-- it owes one, and with what it handed in.
WITH RECURSIVE asked (root, day, period) AS (
  SELECT ?::text, ?::date, ?::text),
tree (code, name, level, branch, depth) AS (
  SELECT v.code, v.name, v.level, v.code, 0
  FROM asked JOIN unit_version v ON v.code = asked.root AND v.valid_from <= asked.day AND (v.valid_to IS NULL OR v.valid_to > asked.day)
  UNION ALL
  SELECT below.code, below.name, below.level, CASE WHEN tree.depth = 0 THEN below.code ELSE tree.branch END, tree.depth + 1
  FROM asked CROSS JOIN tree
  JOIN unit_version below ON below.parent_code = tree.code
    AND below.valid_from <= asked.day AND (below.valid_to IS NULL OR below.valid_to > asked.day)),
owed (level, due_on) AS (
  SELECT * FROM unnest(?::text[], ?::date[]))
SELECT tree.branch, tree.code, tree.name, tree.level, coalesce(r.extended_to, owed.due_on), r.id, r.status, r.first_submitted_at
FROM asked CROSS JOIN tree
LEFT JOIN owed ON owed.level = tree.level
LEFT JOIN report_return r ON r.unit = tree.code AND r.period = asked.period AND owed.level IS NOT NULL
WHERE tree.depth <= 1 OR owed.level IS NOT NULL
ORDER BY tree.branch, tree.depth, tree.code
