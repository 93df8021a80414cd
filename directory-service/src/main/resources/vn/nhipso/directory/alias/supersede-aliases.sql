-- Parameters: aliases, moment.
WITH gone AS (DELETE FROM code_alias WHERE alias = ANY (?::text[]) RETURNING *)
INSERT INTO code_alias_superseded (alias, code, valid, note, revision, recorded, recorded_by)
SELECT alias, code, valid, note, revision, tstzrange(recorded_at, ?::timestamptz), recorded_by FROM gone
