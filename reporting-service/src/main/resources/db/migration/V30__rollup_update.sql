-- What was made anew, a row an indicator and period of a batch, for those who listen. Kept for an hour: whoever was away for longer reads anew.
CREATE TABLE rollup_update (
  made      xid8        NOT NULL,
  number    bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  indicator text        NOT NULL,
  period    text        NOT NULL,
  units     text[]      NOT NULL,
  made_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT pk_rollup_update PRIMARY KEY (made, number)
);

COMMENT ON COLUMN rollup_update.made IS 'The transaction: what is older than every transaction under way is complete, whoever committed first.';

CREATE INDEX ix_rollup_update_made_at ON rollup_update (made_at);
