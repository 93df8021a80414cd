-- What is odd about an accepted measurement. One finding of a kind a measurement; it is opened again where the oddity returns.
CREATE TABLE finding (
  id                   uuid NOT NULL DEFAULT uuidv7(),
  unit                 text COLLATE "C" NOT NULL,
  period               text COLLATE "C" NOT NULL,
  indicator            text COLLATE "C" NOT NULL,
  scope                text COLLATE "C" NOT NULL,
  code                 text NOT NULL,
  severity             text NOT NULL,
  detail_vi            text NOT NULL,
  detail_en            text NOT NULL,
  proposed_denominator numeric,
  state                text NOT NULL DEFAULT 'OPEN',
  recorded_at          timestamptz NOT NULL,
  resolved_at          timestamptz,
  CONSTRAINT pk_finding PRIMARY KEY (id),
  CONSTRAINT uq_finding_measurement_code UNIQUE (unit, period, indicator, scope, code),
  CONSTRAINT ck_finding_state CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED'))
);

-- Asked for every batch: which of its units and periods have findings that a correction may resolve.
CREATE INDEX ix_finding_unresolved ON finding (unit, period) WHERE state <> 'RESOLVED';
