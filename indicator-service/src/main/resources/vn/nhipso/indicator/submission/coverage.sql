-- A unit and all below it on the closing day of the civil calendar (1), and those that lived only on that of the administrative one (2), each with its
-- branch (the child of the unit that it lies in), with the day on which it owes its report, where it owes one, and with what it handed in.
WITH RECURSIVE asked (root, period) AS (
  SELECT ?::text, ?::text),
closing (place, day) AS (
  VALUES (1, ?::date), (2, ?::date)),
tree (place, day, code, name, level, branch, depth) AS (
  SELECT closing.place, closing.day, v.code, v.name, v.level, v.code, 0
  FROM asked CROSS JOIN closing
  JOIN unit_version v ON v.code = asked.root AND v.valid_from <= closing.day AND (v.valid_to IS NULL OR v.valid_to > closing.day)
  UNION ALL
  SELECT tree.place, tree.day, below.code, below.name, below.level,
         CASE WHEN tree.depth = 0 THEN below.code ELSE tree.branch END, tree.depth + 1
  FROM tree JOIN unit_version below ON below.parent_code = tree.code
    AND below.valid_from <= tree.day AND (below.valid_to IS NULL OR below.valid_to > tree.day)),
lived AS (
  SELECT * FROM tree WHERE place = 1
  UNION ALL
  SELECT * FROM tree WHERE place = 2 AND NOT EXISTS (
    SELECT FROM closing JOIN unit_version v ON v.valid_from <= closing.day AND (v.valid_to IS NULL OR v.valid_to > closing.day)
    WHERE closing.place = 1 AND v.code = tree.code)),
owed (level, closing_day, due_on) AS (
  SELECT * FROM unnest(?::text[], ?::date[], ?::date[])),
due AS (
  SELECT lived.code, lived.branch, max(owed.due_on) AS due_on
  FROM lived JOIN unit_version v ON v.code = lived.code
  JOIN owed ON owed.level = v.level AND v.valid_from <= owed.closing_day AND (v.valid_to IS NULL OR v.valid_to > owed.closing_day)
  GROUP BY lived.code, lived.branch)
SELECT lived.branch, lived.code, lived.name, lived.level, coalesce(r.extended_to, due.due_on), r.id, r.status, r.first_submitted_at
FROM asked CROSS JOIN lived
LEFT JOIN due ON due.code = lived.code
LEFT JOIN report_return r ON r.unit = lived.code AND r.period = asked.period AND due.code IS NOT NULL
WHERE due.code IS NOT NULL OR lived.depth = 0
   OR lived.depth = 1 AND (lived.place = 1 OR EXISTS (SELECT FROM due AS owing WHERE owing.branch = lived.branch))
ORDER BY lived.branch, lived.depth, lived.code
