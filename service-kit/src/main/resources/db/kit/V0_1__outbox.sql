-- The transactional outbox (ADR 0001). The columns mean what Debezium's outbox event router expects, with the partition as a column.

CREATE SEQUENCE outbox_position;

CREATE TABLE outbox (
  position      bigint      NOT NULL DEFAULT nextval('outbox_position'),
  id            uuid        NOT NULL DEFAULT uuidv7(),
  aggregatetype text        NOT NULL,
  aggregateid   text        NOT NULL,
  type          text        NOT NULL,
  partition     integer     NOT NULL,
  payload       json        NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_outbox PRIMARY KEY (position),
  CONSTRAINT ck_outbox_partition CHECK (partition >= 0)
);

COMMENT ON TABLE outbox IS 'Events of committed changes that are not yet acknowledged by Kafka; the relay deletes a row once it is.';
COMMENT ON COLUMN outbox.position IS 'Order of sending. A sequence is no commit order: the relay reads only below the commit horizon.';
COMMENT ON COLUMN outbox.aggregatetype IS 'The topic.';
COMMENT ON COLUMN outbox.aggregateid IS 'The record key: the natural key of what the event tells about.';

-- Rows come and go by the thousand: vacuum early, or the dead ones are read again and again.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000);

-- Every writer holds this shared lock from before its first position until its commit or rollback, whoever writes the SQL.
-- So "no holder that was there when position P was the newest is still there" means: everything up to P is committed or gone.
CREATE FUNCTION outbox_enter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7301, 1);
  RETURN NULL;
END $$;

CREATE TRIGGER outbox_enter BEFORE INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_enter();

CREATE TABLE outbox_relay (
  only_one boolean     NOT NULL DEFAULT true,
  position bigint      NOT NULL DEFAULT 0,
  moved_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_outbox_relay PRIMARY KEY (only_one),
  CONSTRAINT ck_outbox_relay_only_one CHECK (only_one)
);

COMMENT ON COLUMN outbox_relay.position IS 'Everything up to here was acknowledged by Kafka.';

INSERT INTO outbox_relay DEFAULT VALUES;
