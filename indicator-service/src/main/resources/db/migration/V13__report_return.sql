-- The report of one unit for one period: what waits for publication goes in and out with it.
CREATE TABLE report_return (
  id                 uuid NOT NULL DEFAULT uuidv7(),
  unit               text COLLATE "C" NOT NULL,
  period             text COLLATE "C" NOT NULL,
  level              text NOT NULL,
  closing_day        date NOT NULL,
  status             text NOT NULL DEFAULT 'DRAFT',
  stages             text[] NOT NULL DEFAULT '{}',
  approvers          text[] NOT NULL DEFAULT '{}',
  revision           integer NOT NULL DEFAULT 1,
  submitted_by       text,
  submitted_at       timestamptz,
  first_submitted_at timestamptz,
  approved_at        timestamptz,
  extended_to        date,
  recorded_at        timestamptz NOT NULL,
  CONSTRAINT pk_report_return PRIMARY KEY (id),
  CONSTRAINT uq_report_return_unit_period UNIQUE (unit, period),
  CONSTRAINT ck_report_return_status CHECK (status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED')),
  CONSTRAINT ck_report_return_submitted CHECK (status <> 'SUBMITTED' OR (submitted_by IS NOT NULL AND submitted_at IS NOT NULL))
);

COMMENT ON TABLE report_return IS 'Made by hand or by the first value that waits for publication. Its row is the lock between those who write such values and those who submit and approve.';
COMMENT ON COLUMN report_return.level IS 'The unit''s level on the closing day.';
COMMENT ON COLUMN report_return.stages IS 'The levels whose approval this submission asks for, in turn; empty: one approval of anybody who may.';
COMMENT ON COLUMN report_return.approvers IS 'Who has approved this submission so far, one a stage.';
COMMENT ON COLUMN report_return.first_submitted_at IS 'What counts for being in time, however often it was sent back since.';

CREATE INDEX ix_report_return_period ON report_return (period, status);

-- Everything that ever happened to a return. The position of its event is the number of the entry: it grows, and up to the settled one nothing
-- can appear any more.
CREATE TABLE report_return_history (
  position  bigint NOT NULL,
  return_id uuid NOT NULL,
  at        timestamptz NOT NULL,
  by        text NOT NULL,
  what      text NOT NULL,
  remark    text,
  CONSTRAINT pk_report_return_history PRIMARY KEY (position),
  CONSTRAINT fk_report_return_history_return_id FOREIGN KEY (return_id) REFERENCES report_return (id)
);

CREATE INDEX ix_report_return_history_return_id ON report_return_history (return_id, position);

CREATE FUNCTION report_return_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'report_return_history is append-only';
END $$;

CREATE TRIGGER report_return_history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_return_history
  FOR EACH STATEMENT EXECUTE FUNCTION report_return_history_is_append_only();
