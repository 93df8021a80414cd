-- Parameters: moment, by, then columns.
INSERT INTO team (recorded_at, recorded_by, revision, id, unit_code, unit_id, kind, level, name, decision_number, decision_issuer,
  decision_issued_on, valid_from, valid_to)
SELECT asked.moment, asked.by, 1, n.*
FROM (SELECT ?::timestamptz AS moment, ?::text AS by) AS asked,
  unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::date[]) AS n
