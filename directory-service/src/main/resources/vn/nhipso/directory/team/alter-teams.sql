-- Teams of a file that were known: each that is touched counts a revision. Parameters: moment, by, then columns.
UPDATE team t
SET level = n.level, decision_number = n.number, decision_issuer = n.issuer, decision_issued_on = n.issued_on, valid_to = n.valid_to,
  revision = t.revision + 1, recorded_at = asked.moment, recorded_by = asked.by
FROM (SELECT ?::timestamptz AS moment, ?::text AS by) AS asked,
  unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[]) AS n(id, level, number, issuer, issued_on, valid_to)
WHERE t.id = n.id
