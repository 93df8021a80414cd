-- Puts a chunk down.
WITH given AS (
  SELECT * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
    AS g (line, unit, period, indicator, scope, said, item)),
added AS (
  INSERT INTO measurement_stage_row (stage, line, unit, period, indicator, scope, said, item)
  SELECT ?, line, unit, period, indicator, scope, said, item::json FROM given
  RETURNING 1)
UPDATE measurement_stage SET rows = rows + (SELECT count(*) FROM added), touched_at = now() WHERE id = ? AND state = 'FILLING'
