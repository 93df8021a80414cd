INSERT INTO code_alias (alias, code, valid, note, revision, recorded_at, recorded_by)
SELECT alias, code, daterange(first_day, end_day), note, revision::bigint, ?::timestamptz, ?::text
FROM unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[]) AS n(alias, code, first_day, end_day, note, revision)
