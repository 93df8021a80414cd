-- Measurements as they were last stated, and what is published of the last period and of the same period last year. Where the code was another
-- unit's then, or the unit was altered by a change since (it has edges, or took others over), or the definition meant something else, there is
-- nothing to compare with.
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::date[], ?::text[], ?::date[]) WITH ORDINALITY
    AS a (unit, period, indicator, scope, day, previous, previous_day, last_year, last_year_day, n)),
units AS MATERIALIZED (
  SELECT DISTINCT unit COLLATE "C" AS code FROM asked),
breaks AS MATERIALIZED (
  SELECT units.code, l.effective_on AS day FROM units JOIN lineage l ON l.from_code = units.code AND l.has_edges
  UNION
  SELECT units.code, l.effective_on FROM units JOIN lineage l ON l.heirs @> ARRAY[units.code]
  UNION
  SELECT units.code, v.valid_to FROM units JOIN unit_version v ON v.code = units.code
  WHERE v.valid_to IS NOT NULL
    AND NOT EXISTS (SELECT FROM unit_version next WHERE next.code = v.code AND next.valid_from = v.valid_to))
SELECT asked.n, own.definition_version,
  CASE WHEN own.draft IS NULL THEN own.stated ELSE own.draft -> 'stated' END,
  CASE WHEN own.draft IS NULL THEN own.numerator ELSE (own.draft ->> 'numerator')::numeric END,
  CASE WHEN own.draft IS NULL THEN own.denominator ELSE (own.draft ->> 'denominator')::numeric END,
  CASE WHEN own.draft IS NULL THEN own.value ELSE (own.draft ->> 'value')::numeric END,
  CASE WHEN own.draft IS NULL THEN array_to_string(own.qualifiers, ',')
       ELSE (SELECT string_agg(q, ',') FROM jsonb_array_elements_text(coalesce(own.draft -> 'qualifiers', '[]')) AS q) END,
  p.unit IS NOT NULL, p.numerator, p.denominator, p.value, array_to_string(p.qualifiers, ','),
  y.unit IS NOT NULL, y.numerator, y.denominator, y.value, array_to_string(y.qualifiers, ','),
  CASE WHEN own.draft IS NULL THEN own.withdrawn ELSE coalesce((own.draft ->> 'withdrawn')::boolean, false) END
FROM asked
JOIN measurement own ON own.unit = asked.unit AND own.period = asked.period AND own.indicator = asked.indicator AND own.scope = asked.scope
LEFT JOIN measurement p ON p.unit = asked.unit AND p.period = asked.previous AND p.indicator = asked.indicator AND p.scope = asked.scope
  AND p.published AND p.definition_version = own.definition_version
  AND NOT EXISTS (SELECT FROM breaks WHERE breaks.code = asked.unit AND breaks.day > asked.previous_day AND breaks.day <= asked.day)
LEFT JOIN measurement y ON y.unit = asked.unit AND y.period = asked.last_year AND y.indicator = asked.indicator AND y.scope = asked.scope
  AND y.published AND y.definition_version = own.definition_version
  AND NOT EXISTS (SELECT FROM breaks WHERE breaks.code = asked.unit AND breaks.day > asked.last_year_day AND breaks.day <= asked.day)
ORDER BY asked.n
