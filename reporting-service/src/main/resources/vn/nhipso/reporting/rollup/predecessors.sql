-- From which units the people of a unit came within a period, back to its first day (docs/adr/0005): a tree of lives, the unit's own on top.
-- In:  {begun} unit, starts, closes: units whose life on the closing day may begin later than the first day.
-- Out: unit, starts, closes, node, begins, until (its life), path (the lives from the unit's own down to this one), sound (the people of this life are
--      all those of the lives next below it, and only those), known_since (from this day on all are known whose people are the unit's).
SELECT n.*, max(n.begins) FILTER (WHERE NOT n.sound AND n.begins > n.starts) OVER (PARTITION BY n.unit, n.starts, n.closes) AS known_since
FROM (
  WITH RECURSIVE tree AS (
    SELECT b.unit, b.starts, b.closes, l.unit AS node, l.valid_from AS begins, l.valid_to AS until, ARRAY[concat_ws(' ', l.unit, l.valid_from)] AS path
    FROM {begun} b
    JOIN unit_life l ON l.unit = b.unit AND l.valid_from <= b.closes AND l.valid_to > b.closes
    UNION ALL
    SELECT t.unit, t.starts, t.closes, l.unit, l.valid_from, l.valid_to, t.path || concat_ws(' ', l.unit, l.valid_from)
    FROM tree t
    CROSS JOIN LATERAL (
      SELECT e.from_code AS code FROM lineage_edge e WHERE e.to_code = t.node AND e.effective_on = t.begins AND e.population = 'WHOLE'
      UNION
      -- Who gave nobody away and took others in.
      SELECT t.node
      WHERE NOT EXISTS (SELECT FROM lineage_edge o WHERE o.from_code = t.node AND o.effective_on = t.begins AND o.population <> 'NONE')
    ) p
    JOIN unit_life l ON l.unit = p.code AND l.valid_to = t.begins
    WHERE t.begins > t.starts
  )
  SELECT t.*,
         t.begins > t.starts
         AND NOT EXISTS (
           SELECT FROM lineage_edge e
           WHERE e.to_code = t.node AND e.effective_on = t.begins AND e.population <> 'NONE'
             AND (e.population <> 'WHOLE'
               OR EXISTS (
                 SELECT FROM lineage_edge o
                 WHERE o.from_code = e.from_code AND o.effective_on = t.begins AND o.population <> 'NONE' AND o.to_code IS DISTINCT FROM t.node)
               OR NOT EXISTS (SELECT FROM unit_life l WHERE l.unit = e.from_code AND l.valid_to = t.begins)))
         AND (EXISTS (SELECT FROM lineage_edge e WHERE e.to_code = t.node AND e.effective_on = t.begins AND e.population <> 'NONE')
           OR (EXISTS (SELECT FROM unit_life l WHERE l.unit = t.node AND l.valid_to = t.begins)
             AND NOT EXISTS (SELECT FROM lineage_edge o WHERE o.from_code = t.node AND o.effective_on = t.begins AND o.population <> 'NONE'))) AS sound
  FROM tree t
) n
