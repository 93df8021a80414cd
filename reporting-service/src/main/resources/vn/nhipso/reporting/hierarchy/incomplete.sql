-- A marker that announces more than has come must not move the hierarchy. One whose change is applied already has nothing left to wait for.
SELECT format('change %s announces %s units and %s edges, %s and %s have come', m.change_id, m.data ->> 'units', m.data ->> 'edges',
              count(s.*) FILTER (WHERE s.type = 'vn.nhipso.unit.changed.v1'), count(s.*) FILTER (WHERE s.type = 'vn.nhipso.lineage.changed.v1'))
FROM hierarchy_staging m
LEFT JOIN hierarchy_staging s ON s.change_id = m.change_id
WHERE m.change_id = ANY (?) AND m.type = 'vn.nhipso.hierarchy.changed.v1' AND NOT EXISTS (SELECT FROM unit_change c WHERE c.id = m.change_id)
GROUP BY m.change_id, m.data
HAVING count(s.*) FILTER (WHERE s.type = 'vn.nhipso.unit.changed.v1') < (m.data ->> 'units')::integer
    OR count(s.*) FILTER (WHERE s.type = 'vn.nhipso.lineage.changed.v1') < (m.data ->> 'edges')::integer
LIMIT 1
