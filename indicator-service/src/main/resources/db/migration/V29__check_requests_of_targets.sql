-- A target says anew what the words beside a figure are worth: every figure of its indicator and year that has words is looked at again, whoever set the
-- target and by which way.
CREATE INDEX ix_measurement_stated ON measurement (indicator) WHERE stated IS NOT NULL;

CREATE FUNCTION target_asks_for_checks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO check_request (unit, period, indicator, scope)
  SELECT m.unit, m.period, m.indicator, m.scope
  FROM (SELECT DISTINCT indicator, left(period, 4) AS year FROM new_targets) AS t
  JOIN measurement m ON m.indicator = t.indicator AND m.stated IS NOT NULL AND m.period LIKE t.year || '%'
  UNION
  SELECT m.unit, m.period, m.indicator, m.scope
  FROM (SELECT DISTINCT indicator, left(period, 4) AS year FROM new_targets) AS t
  JOIN measurement m ON m.indicator = t.indicator AND m.draft IS NOT NULL AND m.period LIKE t.year || '%';
  RETURN NULL;
END $$;

CREATE TRIGGER target_asks_for_checks AFTER INSERT ON target REFERENCING NEW TABLE AS new_targets
  FOR EACH STATEMENT EXECUTE FUNCTION target_asks_for_checks();
