-- A withdrawal is a revision without content. What stands then says so; the row stays for whoever reports the value anew.
ALTER TABLE measurement
  ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT ck_measurement_withdrawn_says_nothing CHECK (NOT withdrawn OR (num_nonnulls(numerator, denominator, value, absence) = 0 AND stated IS NULL));

COMMENT ON COLUMN measurement.withdrawn IS 'The revision that stands took the value back: there is none.';
COMMENT ON COLUMN measurement.draft IS 'Content of the newest revision where it is not published while an older one is; {"withdrawn": true} where it takes that back.';
