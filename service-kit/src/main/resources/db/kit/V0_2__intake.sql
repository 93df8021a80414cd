-- How far each partition has been applied: here, not in an instance and not in Kafka.
CREATE TABLE intake_position (
  topic       text        NOT NULL,
  partition   integer     NOT NULL,
  next_offset bigint      NOT NULL,
  sequence    bigint      NOT NULL,
  event_time  timestamptz NOT NULL,
  applied_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_intake_position PRIMARY KEY (topic, partition)
);

COMMENT ON COLUMN intake_position.sequence IS 'The producer''s outbox position up to which this partition is applied.';
COMMENT ON COLUMN intake_position.event_time IS 'When the producer recorded the last event or heartbeat that was applied.';

-- What could not be applied: never lost, never blocking the rest.
CREATE TABLE dead_letter (
  id           uuid        NOT NULL DEFAULT uuidv7(),
  topic        text        NOT NULL,
  partition    integer     NOT NULL,
  record_offset bigint     NOT NULL,
  record_key   text,
  headers      jsonb       NOT NULL,
  data         bytea       NOT NULL,
  cause        text        NOT NULL,
  attempts     integer     NOT NULL DEFAULT 1,
  failed_at    timestamptz NOT NULL DEFAULT now(),
  resolved_at  timestamptz,
  CONSTRAINT pk_dead_letter PRIMARY KEY (id),
  CONSTRAINT uq_dead_letter_topic_partition_record_offset UNIQUE (topic, partition, record_offset)
);

CREATE INDEX ix_dead_letter_failed_at ON dead_letter (failed_at) WHERE resolved_at IS NULL;

-- One effect for one Idempotency-Key: the answer is kept in the transaction of the effect.
CREATE TABLE idempotency_key (
  caller       text        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  status       integer     NOT NULL,
  location     text,
  body         text        NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_idempotency_key PRIMARY KEY (caller, key)
);

CREATE INDEX ix_idempotency_key_recorded_at ON idempotency_key (recorded_at);
