-- The last day, after the goal, on which people came to a code that bears them on a day, or left it, or it began; none where they were always there.
-- In: {node} code, day, goal. Out: day.
SELECT max(x.day) AS day
FROM (
  SELECT max(e.effective_on) AS day
  FROM lineage_edge e
  WHERE e.to_code = {node}.code AND e.effective_on <= {node}.day AND e.population <> 'NONE'
  UNION ALL
  SELECT max(e.effective_on)
  FROM lineage_edge e
  WHERE e.from_code = {node}.code AND e.effective_on <= {node}.day AND e.population <> 'NONE'
  UNION ALL
  SELECT max(l.valid_from)
  FROM unit_life l
  WHERE l.unit = {node}.code AND l.valid_from <= {node}.day
    AND NOT EXISTS (SELECT FROM unit_life f WHERE f.unit = l.unit AND f.valid_to = l.valid_from)
) x
WHERE x.day > {node}.goal
