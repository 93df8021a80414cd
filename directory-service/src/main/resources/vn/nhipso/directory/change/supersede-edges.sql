-- Parameters: from codes, day, moment, change.
WITH gone AS (
  DELETE FROM lineage_edge WHERE from_code = ANY (?::text[]) AND effective_on = ?::date RETURNING *)
INSERT INTO lineage_edge_superseded
  (from_code, effective_on, to_code, area, population, share, instrument, note, change_id, recorded, superseded_by)
SELECT from_code, effective_on, to_code, area, population, share, instrument, note, change_id, tstzrange(recorded_at, ?::timestamptz), ?::uuid FROM gone
