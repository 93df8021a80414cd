-- Measurements over which the comparing checks fail, and why. They are passed over, so that the others are looked at, and stand here until they are
-- looked at with success: because they were written anew, or because an operator asked for it.
CREATE TABLE check_fault (
  unit      text COLLATE "C" NOT NULL,
  period    text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  scope     text COLLATE "C" NOT NULL,
  cause     text NOT NULL,
  failed_at timestamptz NOT NULL,
  CONSTRAINT pk_check_fault PRIMARY KEY (unit, period, indicator, scope)
);
