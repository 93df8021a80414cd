-- Writes a batch in one statement: what stands, the log, and the events, all with one moment. A published revision has the position of its event.
-- A row whose key was written by somebody else since it was read is not touched; then nothing else is written either (moment.complete is
-- false), and the caller reads and tries again. Payloads lack the closing brace and the moment; what has none is not published, and no event.
WITH given AS MATERIALIZED (
  SELECT * FROM unnest(
    ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
    ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
    ?::boolean[], ?::int[], ?::boolean[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[])
  AS g (id, unit, period, indicator, scope,
        numerator, denominator, value, qualifiers, absence, stated, source, note,
        withdrawn, definition_version, at_lowest, revision, reason_code, reason_text, partition, payload)),
stored AS (
  INSERT INTO measurement AS m (
    id, unit, period, indicator, scope, numerator, denominator, value, qualifiers, absence, stated, source, note,
    withdrawn, definition_version, at_lowest, revision, published, last_revision)
  SELECT id, unit, period, indicator, scope, numerator, denominator, value, qualifiers::text[], absence, stated::jsonb, source::jsonb, note,
         withdrawn, definition_version, at_lowest, revision, payload IS NOT NULL, revision
  FROM given ORDER BY unit COLLATE "C", period COLLATE "C", indicator COLLATE "C", scope COLLATE "C"
  ON CONFLICT ON CONSTRAINT pk_measurement DO UPDATE SET
    numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value, qualifiers = excluded.qualifiers,
    absence = excluded.absence, stated = excluded.stated, source = excluded.source, note = excluded.note,
    withdrawn = excluded.withdrawn, definition_version = excluded.definition_version, at_lowest = excluded.at_lowest, revision = excluded.revision,
    published = excluded.published, last_revision = excluded.last_revision, draft = NULL
  WHERE m.last_revision = excluded.last_revision - 1
  RETURNING 1),
stamp AS MATERIALIZED (
  SELECT recording_moment(?) AS at, counted.stored = (SELECT count(*) FROM given) AS complete
  FROM (SELECT count(*) AS stored FROM stored) AS counted),
moment AS MATERIALIZED (
  SELECT at, complete, ',"recordedAt":"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"}' AS closing FROM stamp),
numbered AS MATERIALIZED (
  SELECT given.*, moment.at, moment.closing, CASE WHEN payload IS NOT NULL THEN nextval('outbox_position') END AS position
  FROM given, moment WHERE moment.complete),
logged AS (
  INSERT INTO measurement_revision (
    measurement_id, revision, numerator, denominator, value, qualifiers, absence, stated, source, note,
    withdrawn, definition_version, published, author, reason_code, reason_text, recorded_at, position)
  SELECT id, revision, numerator, denominator, value, qualifiers::text[], absence, stated::jsonb, source::jsonb, note,
         withdrawn, definition_version, payload IS NOT NULL, ?, reason_code, reason_text, at, position
  FROM numbered
  RETURNING 1),
sent AS (
  INSERT INTO outbox (position, aggregatetype, aggregateid, type, partition, payload, recorded_at)
  SELECT position, 'indicator.measurements', indicator || '|' || unit || '|' || period || '|' || scope,
         CASE WHEN withdrawn THEN 'vn.nhipso.measurement.withdrawn.v1' ELSE 'vn.nhipso.measurement.published.v1' END, partition,
         (payload || closing)::json, at
  FROM numbered WHERE payload IS NOT NULL
  RETURNING position)
SELECT (SELECT complete FROM moment), sending.position, pg_advisory_unlock(7302, 1)
FROM (SELECT max(position) AS position FROM sent) AS sending, (SELECT count(*) FROM logged) AS logging
