-- Deliveries too long for one statement's arrays: put down in chunks, settled among themselves, planned, and written by one statement (ADR 0006).
CREATE TABLE measurement_stage (
  id         uuid        NOT NULL,
  job        uuid,
  state      text        NOT NULL DEFAULT 'FILLING',
  plan       uuid,
  rows       integer     NOT NULL DEFAULT 0,
  accepted   integer     NOT NULL DEFAULT 0,
  unchanged  integer     NOT NULL DEFAULT 0,
  rejected   integer     NOT NULL DEFAULT 0,
  findings   integer     NOT NULL DEFAULT 0,
  position   bigint      NOT NULL DEFAULT 0,
  touched_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_measurement_stage PRIMARY KEY (id),
  CONSTRAINT uq_measurement_stage_job UNIQUE (job),
  CONSTRAINT fk_measurement_stage_job FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE,
  CONSTRAINT ck_measurement_stage_state CHECK (state IN ('FILLING', 'FILLED', 'WRITTEN'))
);

COMMENT ON COLUMN measurement_stage.state IS 'FILLED: all rows are here and settled among themselves. WRITTEN: the effect is committed, findings are still looked for.';
COMMENT ON COLUMN measurement_stage.plan IS 'The plan that is being made: a run that was thought dead, and makes another, is stopped by it.';
COMMENT ON COLUMN measurement_stage.touched_at IS 'When somebody last worked on it: one that nobody works on any more is swept.';

CREATE TABLE measurement_stage_row (
  stage     uuid    NOT NULL,
  line      integer NOT NULL,
  unit      text COLLATE "C",
  period    text COLLATE "C",
  indicator text COLLATE "C",
  scope     text COLLATE "C",
  said      text,
  item      json    NOT NULL,
  leader    integer,
  conflict  integer[],
  CONSTRAINT pk_measurement_stage_row PRIMARY KEY (stage, line),
  CONSTRAINT fk_measurement_stage_row_stage FOREIGN KEY (stage) REFERENCES measurement_stage (id) ON DELETE CASCADE
);

COMMENT ON COLUMN measurement_stage_row.said IS 'The content in one spelling: equal where two rows of a key say the same.';
COMMENT ON COLUMN measurement_stage_row.leader IS 'The first of several rows that say the same.';
COMMENT ON COLUMN measurement_stage_row.conflict IS 'The first rows of a key that say different things.';

CREATE INDEX ix_measurement_stage_row_key ON measurement_stage_row (stage, unit, period, indicator, scope);

-- The rows of the final statement, as they were worked out page by page.
CREATE TABLE measurement_stage_plan (
  stage uuid  NOT NULL,
  kind  text  NOT NULL,
  plan  jsonb NOT NULL,
  CONSTRAINT fk_measurement_stage_plan_stage FOREIGN KEY (stage) REFERENCES measurement_stage (id) ON DELETE CASCADE,
  CONSTRAINT ck_measurement_stage_plan_kind CHECK (kind IN ('RECORD', 'DRAFT'))
);

CREATE INDEX ix_measurement_stage_plan_stage ON measurement_stage_plan (stage, kind);

-- Of each page of the plan: where findings are to be looked for once it is written, and what is written with it (returns, evidence).
CREATE TABLE measurement_stage_review (
  stage  uuid    NOT NULL,
  page   integer NOT NULL,
  review json    NOT NULL,
  ties   json    NOT NULL,
  CONSTRAINT pk_measurement_stage_review PRIMARY KEY (stage, page),
  CONSTRAINT fk_measurement_stage_review_stage FOREIGN KEY (stage) REFERENCES measurement_stage (id) ON DELETE CASCADE
);
