-- Who is told of what, and how far.
CREATE TABLE webhook (
  id               uuid        NOT NULL DEFAULT uuidv7(),
  revision         integer     NOT NULL DEFAULT 1,
  url              text        NOT NULL,
  types            text[]      NOT NULL,
  unit             text        NOT NULL,
  indicators       text[]      NOT NULL,
  state            text        NOT NULL DEFAULT 'ENABLED',
  state_reason     text,
  secret           text        NOT NULL,
  old_secret       text,
  old_secret_until timestamptz,
  position         bigint      NOT NULL,
  failing_since    timestamptz,
  created_by       text        NOT NULL,
  created_at       timestamptz NOT NULL,
  CONSTRAINT pk_webhook PRIMARY KEY (id),
  CONSTRAINT ck_webhook_state CHECK (state IN ('ENABLED', 'DISABLED')),
  CONSTRAINT ck_webhook_state_reason CHECK (state_reason IN ('BY_HAND', 'GIVEN_UP', 'GONE')),
  CONSTRAINT ck_webhook_disabled CHECK ((state = 'DISABLED') = (state_reason IS NOT NULL)),
  CONSTRAINT ck_webhook_old_secret CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
);

COMMENT ON COLUMN webhook.unit IS 'The subtree of which it is told, and whose stewards and operators may manage it.';
COMMENT ON COLUMN webhook.secret IS 'Signs what is sent, so it is kept as it is; shown once, never logged.';
COMMENT ON COLUMN webhook.old_secret IS 'Signs too until old_secret_until, so that a receiver can change over.';
COMMENT ON COLUMN webhook.position IS 'Of the change feed: what is up to here has become messages.';

-- Messages, stored before they are sent. Those of one webhook are sent one after the other, by number.
CREATE TABLE webhook_delivery (
  number          bigint      GENERATED ALWAYS AS IDENTITY,
  id              uuid        NOT NULL DEFAULT uuidv7(),
  webhook         uuid        NOT NULL,
  type            text        NOT NULL,
  payload         text        NOT NULL,
  state           text        NOT NULL DEFAULT 'PENDING',
  tries           integer     NOT NULL DEFAULT 0,
  attempts        jsonb       NOT NULL DEFAULT '[]',
  next_attempt_at timestamptz,
  created_at      timestamptz NOT NULL,
  finished_at     timestamptz,
  CONSTRAINT pk_webhook_delivery PRIMARY KEY (id),
  CONSTRAINT fk_webhook_delivery_webhook FOREIGN KEY (webhook) REFERENCES webhook (id) ON DELETE CASCADE,
  CONSTRAINT ck_webhook_delivery_state CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
  CONSTRAINT ck_webhook_delivery_next_attempt_at CHECK ((state = 'PENDING') = (next_attempt_at IS NOT NULL)),
  CONSTRAINT ck_webhook_delivery_finished_at CHECK ((state = 'PENDING') = (finished_at IS NULL))
);

COMMENT ON TABLE webhook_delivery IS 'The delivery log. Finished rows are deleted after nhipso.webhooks.retention.';
COMMENT ON COLUMN webhook_delivery.id IS 'Goes out as webhook-id, the same with every attempt.';
COMMENT ON COLUMN webhook_delivery.tries IS 'Attempts since it was last set to be sent: the place in the schedule.';

CREATE INDEX ix_webhook_delivery_pending ON webhook_delivery (webhook, number) WHERE state = 'PENDING';
CREATE INDEX ix_webhook_delivery_failed ON webhook_delivery (webhook) WHERE state = 'FAILED';
CREATE INDEX ix_webhook_delivery_webhook_number ON webhook_delivery (webhook, number);
CREATE INDEX ix_webhook_delivery_finished_at ON webhook_delivery (finished_at) WHERE finished_at IS NOT NULL;
