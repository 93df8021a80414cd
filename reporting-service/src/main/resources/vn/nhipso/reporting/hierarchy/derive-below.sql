-- Whose place in the tree may be another: what moved, and all that ever lay below it.
INSERT INTO moved_below
WITH RECURSIVE down AS (
  SELECT code FROM moved_code
  UNION
  SELECT v.code FROM down d JOIN unit_version v ON v.parent_code = d.code AND v.level < 4
)
SELECT code FROM down
