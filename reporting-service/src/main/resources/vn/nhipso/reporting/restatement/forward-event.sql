-- The next day, up to the goal, on which the people who bear a code on a day go elsewhere or the code ends; none where they stay.
-- In: {node} code, day, goal. Out: day.
SELECT min(x.day) AS day
FROM (
  SELECT min(e.effective_on) AS day
  FROM lineage_edge e
  WHERE e.from_code = {node}.code AND e.effective_on > {node}.day AND e.population <> 'NONE'
  UNION ALL
  SELECT min(l.valid_to)
  FROM unit_life l
  WHERE l.unit = {node}.code AND l.valid_to > {node}.day
    AND NOT EXISTS (SELECT FROM unit_life f WHERE f.unit = l.unit AND f.valid_from = l.valid_to)
) x
WHERE x.day <= {node}.goal
