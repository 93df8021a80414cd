-- What units do: trainings (lớp tập huấn), initiatives (mô hình), campaigns (chiến dịch, phong trào).
CREATE TABLE activity (
  id           uuid        NOT NULL,
  kind         text        NOT NULL,
  unit_code    text        NOT NULL,
  unit_id      uuid        NOT NULL,
  name         text        NOT NULL,
  note         text,
  valid_from   date,
  valid_to     date,
  classes      integer,
  participants integer,
  applied_by   text[]      NOT NULL DEFAULT '{}',
  revision     bigint      NOT NULL,
  recorded_at  timestamptz NOT NULL,
  recorded_by  text        NOT NULL,
  CONSTRAINT pk_activity PRIMARY KEY (id),
  CONSTRAINT ck_activity_kind CHECK (kind IN ('TRAINING', 'INITIATIVE', 'CAMPAIGN')),
  CONSTRAINT ck_activity_valid_to CHECK (valid_to > valid_from),
  CONSTRAINT ck_activity_classes CHECK (classes > 0),
  CONSTRAINT ck_activity_participants CHECK (participants >= 0)
);

CREATE UNIQUE INDEX uq_activity_kind_unit_code_name_valid_from
  ON activity (kind, unit_code, lower(name), coalesce(valid_from, '-infinity'));
CREATE INDEX ix_activity_unit_code ON activity (unit_code);

COMMENT ON COLUMN activity.unit_id IS 'The unit that bore the code then: an activity stays with the unit that did it and does not move on.';
COMMENT ON COLUMN activity.applied_by IS 'Of an initiative: codes of the units that apply it.';
