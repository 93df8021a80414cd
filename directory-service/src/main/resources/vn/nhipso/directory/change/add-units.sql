INSERT INTO unit_version
  (code, valid, unit_id, name, full_name, type, level, parent_code, search_name, search_text, begun_by, ended_by, recorded_at)
SELECT code, daterange(first_day, end_day), unit_id, name, full_name, type, level, parent_code, search_name, search_text, begun_by, ended_by,
  ?::timestamptz
FROM unnest(?::text[], ?::date[], ?::date[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[])
  AS n(code, first_day, end_day, unit_id, name, full_name, type, level, parent_code, search_name, search_text, begun_by, ended_by)
