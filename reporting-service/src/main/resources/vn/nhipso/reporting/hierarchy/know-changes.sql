INSERT INTO unit_change
SELECT change_id, data ->> 'kind', data #>> '{act,number}', (data ->> 'effectiveOn')::date, (data ->> 'recordedAt')::timestamptz, data
FROM hierarchy_staging
WHERE change_id = ANY (?) AND type = 'vn.nhipso.hierarchy.changed.v1'
ON CONFLICT DO NOTHING
