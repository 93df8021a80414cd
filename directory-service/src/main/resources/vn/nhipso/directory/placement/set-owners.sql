-- What ends with its unit remembers by which change, and the end that had been stated. Parameters: revisions, owners, ends, stated ends.
WITH asked AS (SELECT ?::integer AS revisions)
UPDATE {table} o
SET revision = o.revision + asked.revisions,
  valid_to = n.end_day,
  ended_by = CASE WHEN n.end_day IS DISTINCT FROM n.stated THEN (
    SELECT v.ended_by FROM {table}_placement p JOIN unit_version v ON v.code = p.unit_code AND upper(v.valid) = n.end_day
    WHERE p.{table}_id = o.id AND upper(p.valid) = n.end_day) END,
  would_end_on = CASE WHEN n.end_day IS DISTINCT FROM n.stated THEN n.stated END
FROM asked, unnest(?::uuid[], ?::date[], ?::date[]) AS n(owner, end_day, stated)
WHERE o.id = n.owner
