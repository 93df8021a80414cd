-- A clock that went back does not make known earlier what came later.
INSERT INTO unit_change (id, kind, act_number, effective_on, recorded_at, data, known_at)
SELECT change_id, data ->> 'kind', data #>> '{act,number}', (data ->> 'effectiveOn')::date, (data ->> 'recordedAt')::timestamptz, data,
       greatest((data ->> 'recordedAt')::timestamptz, (SELECT max(known_at) FROM unit_change))
FROM hierarchy_staging
WHERE change_id = ANY (?) AND type = 'vn.nhipso.hierarchy.changed.v1'
ON CONFLICT DO NOTHING
