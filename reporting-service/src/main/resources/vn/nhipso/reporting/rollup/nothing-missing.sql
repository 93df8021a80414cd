-- Who should report at or below units of which nothing at all is known; 20 at most, smallest first.
SELECT i.indicator, i.period, i.unit, ARRAY(
  SELECT a.unit FROM unit_ancestor a
  WHERE a.ancestor = i.unit AND a.valid_from <= i.closes AND a.valid_to > i.closes AND (i.reported_by >> a.unit_level & 1) = 1
  ORDER BY a.unit LIMIT 20)
FROM unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::integer[]) AS i (indicator, period, unit, closes, reported_by)
