-- How far a PARTIAL stream with an Idempotency-Key was taken in: sent again, it goes on there. It goes with the key.
CREATE TABLE measurement_stream (
  caller text    NOT NULL,
  key    text    NOT NULL,
  rows   integer NOT NULL,
  digest text    NOT NULL,
  done   boolean NOT NULL DEFAULT false,
  answer json    NOT NULL,
  CONSTRAINT pk_measurement_stream PRIMARY KEY (caller, key),
  CONSTRAINT fk_measurement_stream_key FOREIGN KEY (caller, key) REFERENCES idempotency_key (caller, key) ON DELETE CASCADE
);

COMMENT ON COLUMN measurement_stream.rows IS 'Committed so far; whole chunks.';
COMMENT ON COLUMN measurement_stream.digest IS 'SHA-256 of the lines up to there: another stream under the same key is told by it.';
