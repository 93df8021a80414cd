-- A code means something only with a date, also as a filter: the unit that bore it on the day, without a day the last one that did.
CREATE FUNCTION unit_bearing(asked_code text, asked_day date) RETURNS uuid LANGUAGE sql STABLE
RETURN (
  SELECT u.unit_id FROM unit_version u
  WHERE u.code = asked_code AND (asked_day IS NULL OR u.valid @> asked_day)
  ORDER BY u.valid DESC LIMIT 1);
