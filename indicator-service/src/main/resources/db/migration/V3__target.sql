CREATE TABLE target (
  id                 uuid NOT NULL,
  indicator          text COLLATE "C" NOT NULL,
  unit               text COLLATE "C" NOT NULL,
  period             text COLLATE "C" NOT NULL,
  revision           integer NOT NULL,
  comparator         text NOT NULL,
  value              numeric NOT NULL,
  qualifiers         text[] NOT NULL,
  document_title     text,
  document_number    text,
  document_issued_on date,
  assigned_by        text,
  note               text,
  supersedes         uuid,
  superseded_by      uuid,
  author             text NOT NULL,
  recorded_at        timestamptz NOT NULL,
  CONSTRAINT pk_target PRIMARY KEY (id),
  CONSTRAINT uq_target_indicator_unit_period_revision UNIQUE (indicator, unit, period, revision),
  CONSTRAINT fk_target_supersedes FOREIGN KEY (supersedes) REFERENCES target (id),
  CONSTRAINT ck_target_comparator CHECK (comparator IN ('>=', '<='))
);

COMMENT ON TABLE target IS 'A target is never altered: another value is another target that supersedes it.';

-- One target counts at a time; two writers cannot both supersede the same one.
CREATE UNIQUE INDEX uq_target_current ON target (unit, indicator, period) WHERE superseded_by IS NULL;
