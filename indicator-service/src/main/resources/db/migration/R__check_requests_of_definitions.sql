-- Where a definition cites another weight, every figure of its indicator is held against that one.
CREATE OR REPLACE FUNCTION definition_asks_for_checks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO check_request (unit, period, indicator, scope)
  SELECT unit, period, indicator, scope FROM measurement WHERE indicator = NEW.code;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER definition_asks_for_checks AFTER UPDATE OF denominator_indicator ON indicator
  FOR EACH ROW WHEN (OLD.denominator_indicator IS DISTINCT FROM NEW.denominator_indicator)
  EXECUTE FUNCTION definition_asks_for_checks();
