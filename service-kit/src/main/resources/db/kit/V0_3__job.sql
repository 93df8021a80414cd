-- Work that outlives its request (ADR 0003): any replica takes it, none of it is lost with a process.
CREATE TABLE job (
  id               uuid        NOT NULL DEFAULT uuidv7(),
  kind             text        NOT NULL,
  owner            text        NOT NULL,
  status           text        NOT NULL DEFAULT 'QUEUED',
  parameters       json        NOT NULL,
  progress         json,
  result           json,
  failure          json,
  attempts         integer     NOT NULL DEFAULT 0,
  cancel_requested boolean     NOT NULL DEFAULT false,
  lease            uuid,
  lease_until      timestamptz,
  submitted_at     timestamptz NOT NULL DEFAULT now(),
  started_at       timestamptz,
  finished_at      timestamptz,
  CONSTRAINT pk_job PRIMARY KEY (id),
  CONSTRAINT ck_job_status CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  CONSTRAINT ck_job_lease CHECK ((status = 'RUNNING') = (lease IS NOT NULL AND lease_until IS NOT NULL)),
  CONSTRAINT ck_job_finished_at CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)),
  CONSTRAINT ck_job_result CHECK (result IS NULL OR status = 'SUCCEEDED'),
  CONSTRAINT ck_job_failure CHECK ((failure IS NOT NULL) = (status = 'FAILED'))
);

COMMENT ON TABLE job IS 'Work that outlives its request. Finished rows are deleted after nhipso.jobs.retention.';
COMMENT ON COLUMN job.owner IS 'Who submitted it, and may see it.';
COMMENT ON COLUMN job.lease IS 'The run that works on it. Only the holder of the present lease can finish it: a run that was thought dead cannot.';
COMMENT ON COLUMN job.lease_until IS 'When the run counts as dead unless it renews the lease; then the job is taken again from its beginning.';
COMMENT ON COLUMN job.failure IS 'The problem it ended with, in both languages.';

CREATE INDEX ix_job_submitted_at ON job (submitted_at, id) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX ix_job_owner_id ON job (owner, id);
CREATE INDEX ix_job_finished_at ON job (finished_at) WHERE finished_at IS NOT NULL;

-- Rows of one job change every half second while it runs.
ALTER TABLE job SET (fillfactor = 70);

CREATE TABLE job_input (
  job  uuid    NOT NULL,
  part integer NOT NULL,
  data bytea   NOT NULL,
  CONSTRAINT pk_job_input PRIMARY KEY (job, part),
  CONSTRAINT fk_job_input_job FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE
);

COMMENT ON TABLE job_input IS 'The file a job works on, in pieces of 1 MiB, so that every replica has it. Deleted when the job has ended.';

-- A file that is packed already would only cost time.
ALTER TABLE job_input ALTER COLUMN data SET STORAGE EXTERNAL;
