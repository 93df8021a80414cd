-- On which days the hierarchy says something else than before: periods read on one of them are made again.
WITH old_chain AS (
  SELECT unit, ancestor, ancestor_parent, range_agg(daterange(valid_from, valid_to)) AS days FROM unit_ancestor_before GROUP BY 1, 2, 3
),
new_chain AS (
  SELECT unit, ancestor, ancestor_parent, range_agg(daterange(valid_from, valid_to)) AS days FROM unit_ancestor GROUP BY 1, 2, 3
),
old_life AS (
  SELECT unit, valid_from, valid_to FROM unit_life_before EXCEPT SELECT unit, valid_from, valid_to FROM unit_life
),
new_life AS (
  SELECT unit, valid_from, valid_to FROM unit_life EXCEPT SELECT unit, valid_from, valid_to FROM unit_life_before
),
chains AS (
  SELECT (coalesce(o.days, '{}') - coalesce(n.days, '{}')) + (coalesce(n.days, '{}') - coalesce(o.days, '{}')) AS days
  FROM old_chain o
  FULL JOIN new_chain n ON n.unit = o.unit AND n.ancestor = o.ancestor AND n.ancestor_parent IS NOT DISTINCT FROM o.ancestor_parent
  WHERE o.days IS DISTINCT FROM n.days
),
-- A life that was cut matters to the periods that contain the day of the cut.
cuts AS (
  SELECT valid_from AS day FROM old_life UNION SELECT valid_to FROM old_life UNION SELECT valid_from FROM new_life UNION SELECT valid_to FROM new_life
)
INSERT INTO work_touched
SELECT p.indicator, p.period
FROM rollup_period p
WHERE (SELECT range_agg(d) FROM chains, unnest(days) d) @> p.closes
   OR EXISTS (SELECT FROM cuts WHERE cuts.day > p.starts AND cuts.day <= p.closes)
