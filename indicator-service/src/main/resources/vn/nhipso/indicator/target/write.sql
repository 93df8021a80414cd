-- Writes targets; what they supersede has been marked before. Values keep their scale.
INSERT INTO target (id, indicator, unit, period, revision, comparator, value, qualifiers, document_title, document_number, document_issued_on,
  assigned_by, note, supersedes, withdrawn, author, recorded_at)
SELECT id, indicator, unit, period, revision, comparator, value, string_to_array(qualifiers, ' '), title, number, issued_on,
  assigned_by, note, supersedes, withdrawn, ?, ?
FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
  ?::text[], ?::uuid[], ?::boolean[])
  AS t (id, indicator, unit, period, revision, comparator, value, qualifiers, title, number, issued_on, assigned_by, note, supersedes, withdrawn)
