-- Parameters: codes, first days, moment, change.
WITH gone AS (
  DELETE FROM unit_version u USING unnest(?::text[], ?::date[]) AS g(code, first_day)
  WHERE u.code = g.code AND lower(u.valid) = g.first_day
  RETURNING u.*)
INSERT INTO unit_version_superseded
  (code, valid, unit_id, name, full_name, type, level, parent_code, begun_by, ended_by, recorded, superseded_by)
SELECT code, valid, unit_id, name, full_name, type, level, parent_code, begun_by, ended_by, tstzrange(recorded_at, ?::timestamptz), ?::uuid
FROM gone
