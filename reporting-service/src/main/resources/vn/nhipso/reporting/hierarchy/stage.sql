-- Units, edges and markers wait under their change until it is complete.
INSERT INTO hierarchy_staging
SELECT data ->> 'changeId', type,
       CASE type
         WHEN 'vn.nhipso.unit.changed.v1' THEN data ->> 'code'
         WHEN 'vn.nhipso.lineage.changed.v1' THEN concat(data ->> 'from', '@', data ->> 'effectiveOn')
         ELSE data ->> 'changeId'
       END,
       (data ->> 'revision')::integer, data
FROM unnest(?::text[], ?::jsonb[]) AS e (type, data)
WHERE type IN ('vn.nhipso.unit.changed.v1', 'vn.nhipso.lineage.changed.v1', 'vn.nhipso.hierarchy.changed.v1')
ON CONFLICT DO NOTHING
