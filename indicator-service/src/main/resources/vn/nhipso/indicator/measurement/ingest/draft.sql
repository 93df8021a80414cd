-- Revisions that wait for publication behind a published value: that stays as it is, the log gets the new one.
-- The rows were read FOR UPDATE, so that nobody can have come between.
WITH given AS MATERIALIZED (
  SELECT * FROM unnest(
    ?::uuid[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
    ?::boolean[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[])
  AS g (id, numerator, denominator, value, qualifiers, absence, stated, source, note, withdrawn, definition_version, revision, reason_code, reason_text, draft)),
kept AS (
  UPDATE measurement m SET draft = given.draft::jsonb, last_revision = given.revision
  FROM given WHERE m.id = given.id AND m.last_revision = given.revision - 1
  RETURNING 1),
moment AS MATERIALIZED (
  SELECT recording_moment(?) AS at, counted.kept = (SELECT count(*) FROM given) AS complete
  FROM (SELECT count(*) AS kept FROM kept) AS counted),
logged AS (
  INSERT INTO measurement_revision (
    measurement_id, revision, numerator, denominator, value, qualifiers, absence, stated, source, note,
    withdrawn, definition_version, published, author, reason_code, reason_text, recorded_at)
  SELECT id, revision, numerator, denominator, value, qualifiers::text[], absence, stated::jsonb, source::jsonb, note,
         withdrawn, definition_version, false, ?, reason_code, reason_text, moment.at
  FROM given, moment WHERE moment.complete
  RETURNING 1)
SELECT (SELECT complete FROM moment), pg_advisory_unlock(7302, 1)
FROM (SELECT count(*) FROM logged) AS logging
