-- What a file's job says of its rows: every bad one and every finding. It goes with the job.
CREATE TABLE measurement_report (
  job       uuid    NOT NULL,
  id        bigint  GENERATED ALWAYS AS IDENTITY,
  line      integer NOT NULL,
  indicator text,
  unit      text,
  period    text,
  scope     text,
  outcome   text    NOT NULL,
  code      text    NOT NULL,
  detail_vi text    NOT NULL,
  detail_en text    NOT NULL,
  CONSTRAINT pk_measurement_report PRIMARY KEY (job, line, id),
  CONSTRAINT fk_measurement_report_job FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE
);
