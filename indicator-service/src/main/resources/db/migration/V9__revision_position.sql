-- The log is the history that the change feed is read from: the outbox is emptied by the relay.
ALTER TABLE measurement_revision ADD COLUMN position bigint;

COMMENT ON COLUMN measurement_revision.position IS 'Of the event that told of it (outbox.position); null where it is not published, and nobody was told.';

-- What was published before gets positions too, in the order in which it was: whoever reads from the beginning misses nothing.
ALTER TABLE measurement_revision DISABLE TRIGGER measurement_revision_is_append_only;
UPDATE measurement_revision r SET position = ordered.position
FROM (
  SELECT measurement_id, revision, nextval('outbox_position') AS position
  FROM (SELECT measurement_id, revision FROM measurement_revision WHERE published ORDER BY recorded_at, measurement_id, revision) AS published) AS ordered
WHERE r.measurement_id = ordered.measurement_id AND r.revision = ordered.revision;
ALTER TABLE measurement_revision ENABLE TRIGGER measurement_revision_is_append_only;

CREATE UNIQUE INDEX uq_measurement_revision_position ON measurement_revision (position) WHERE position IS NOT NULL;

-- The time of a recording, as before; and whoever asks for it is a writer of the outbox from here on, before any position is drawn. So "no writer that
-- was there when position P was the newest is still there" also means that all revisions up to P can be read.
CREATE OR REPLACE FUNCTION recording_moment(clock timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  micros bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7301, 1);
  PERFORM pg_advisory_lock(7302, 1);
  SELECT greatest(last_value, (extract(epoch FROM clock) * 1000000)::bigint) INTO micros FROM recorded_micros;
  PERFORM setval('recorded_micros', micros);
  RETURN timestamptz 'epoch' + micros * interval '1 microsecond';
END $$;
