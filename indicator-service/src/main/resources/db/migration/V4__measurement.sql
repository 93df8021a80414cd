-- What stands for each natural key. The log below has everything that was ever accepted.
CREATE TABLE measurement (
  id                 uuid NOT NULL,
  unit               text COLLATE "C" NOT NULL,
  period             text COLLATE "C" NOT NULL,
  indicator          text COLLATE "C" NOT NULL,
  scope              text COLLATE "C" NOT NULL,
  numerator          numeric,
  denominator        numeric,
  value              numeric,
  qualifiers         text[] NOT NULL,
  absence            text,
  stated             jsonb,
  source             jsonb,
  note               text,
  definition_version integer NOT NULL,
  at_lowest          boolean NOT NULL,
  revision           integer NOT NULL,
  published          boolean NOT NULL,
  last_revision      integer NOT NULL,
  draft              jsonb,
  CONSTRAINT pk_measurement PRIMARY KEY (unit, period, indicator, scope),
  CONSTRAINT uq_measurement_id UNIQUE (id),
  CONSTRAINT ck_measurement_scope CHECK (scope IN ('OWN', 'CHILDREN', 'WHOLE')),
  CONSTRAINT ck_measurement_not_negative CHECK (numerator >= 0 AND denominator >= 0 AND value >= 0),
  CONSTRAINT ck_measurement_absence CHECK (absence IS NULL OR num_nonnulls(numerator, denominator, value) = 0)
) WITH (fillfactor = 85);

COMMENT ON COLUMN measurement.value IS 'As stated, with its scale: 54.30 is not 54.3.';
COMMENT ON COLUMN measurement.at_lowest IS 'OWN at the lowest level that reports: it is the stated WHOLE as well.';
COMMENT ON COLUMN measurement.revision IS 'Number of the revision that stands here: the newest published one, or the newest of all while none is published.';
COMMENT ON COLUMN measurement.last_revision IS 'The highest number given out for this key; what a writer saw here must still be so when it writes.';
COMMENT ON COLUMN measurement.draft IS 'Content of the newest revision where it is not published while an older one is.';

-- Append-only. No foreign key to measurement: both rows are written by one statement, and a check a row would cost a third of its speed.
CREATE TABLE measurement_revision (
  measurement_id     uuid NOT NULL,
  revision           integer NOT NULL,
  numerator          numeric,
  denominator        numeric,
  value              numeric,
  qualifiers         text[] NOT NULL,
  absence            text,
  stated             jsonb,
  source             jsonb,
  note               text,
  definition_version integer NOT NULL,
  published          boolean NOT NULL,
  withdrawn          boolean NOT NULL DEFAULT false,
  author             text NOT NULL,
  reason_code        text NOT NULL,
  reason_text        text,
  recorded_at        timestamptz NOT NULL,
  CONSTRAINT pk_measurement_revision PRIMARY KEY (measurement_id, revision)
);

CREATE FUNCTION measurement_revision_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'measurement_revision is append-only';
END $$;

CREATE TRIGGER measurement_revision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON measurement_revision
  FOR EACH STATEMENT EXECUTE FUNCTION measurement_revision_is_append_only();

-- The moment of the last recording, in microseconds since 1970. A sequence, because it must not be undone by a rollback.
CREATE SEQUENCE recorded_micros MINVALUE 0 START 0;

-- The time of a recording: never before that of an earlier position, whichever replica's clock is slow. It is asked for after the row locks of the
-- keys; whoever has it holds the lock until all its positions are taken (pg_advisory_unlock(7302, 1) ends the statement), so that times and positions
-- have one order. The lock is not held while the transaction commits.
CREATE FUNCTION recording_moment(clock timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  micros bigint;
BEGIN
  PERFORM pg_advisory_lock(7302, 1);
  SELECT greatest(last_value, (extract(epoch FROM clock) * 1000000)::bigint) INTO micros FROM recorded_micros;
  PERFORM setval('recorded_micros', micros);
  RETURN timestamptz 'epoch' + micros * interval '1 microsecond';
END $$;
