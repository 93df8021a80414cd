-- What was known at a moment: views of the names of the tables, in a schema of their own. Who puts it first on the search path and the moment into the
-- setting nhipso.as_of reads the past by the statements that read the present (docs/adr/0004).
CREATE SCHEMA known;

CREATE FUNCTION known.moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN current_setting('nhipso.as_of')::timestamptz;

COMMENT ON FUNCTION known.moment IS 'Views ask for it in a sub-select: once a statement, not once a row.';

-- A revision counts from when it was recorded until a newer one was, in whatever order they came.
ALTER TABLE fact_revision ADD COLUMN known_to timestamptz;

UPDATE fact_revision r SET known_to = least(
  (SELECT f.recorded_at FROM fact f WHERE f.indicator = r.indicator AND f.period = r.period AND f.unit = r.unit AND f.scope = r.scope),
  (SELECT min(n.recorded_at) FROM fact_revision n
   WHERE n.indicator = r.indicator AND n.period = r.period AND n.unit = r.unit AND n.scope = r.scope AND n.revision > r.revision));

ALTER TABLE fact_revision ALTER COLUMN known_to SET NOT NULL;

COMMENT ON COLUMN fact_revision.known_to IS 'When the first of the newer revisions was recorded.';

CREATE VIEW known.fact AS
SELECT indicator, period, unit, scope, revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
       measurement_id, recorded_at
FROM (
  SELECT indicator, period, unit, scope, revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
         measurement_id, recorded_at, 'infinity'::timestamptz AS known_to
  FROM fact
  UNION ALL
  SELECT indicator, period, unit, scope, revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
         measurement_id, recorded_at, known_to
  FROM fact_revision) f
WHERE f.recorded_at <= (SELECT known.moment()) AND f.known_to > (SELECT known.moment());

CREATE VIEW known.definition AS
SELECT DISTINCT ON (code, version) *
FROM definition_revision
WHERE recorded_at <= (SELECT known.moment())
ORDER BY code, version, revision DESC;

CREATE VIEW known.target AS
SELECT indicator, unit, period, revision, id, comparator, value, qualifiers, document, assigned_by, recorded_at, withdrawn
FROM (
  SELECT DISTINCT ON (indicator, unit, period) *
  FROM target_revision
  WHERE recorded_at <= (SELECT known.moment())
  ORDER BY indicator, unit, period, revision DESC) AS newest
WHERE NOT withdrawn;

-- Periods that somebody has reported, be it later: where nothing was known then there are no facts. What the definition says about them is that of the
-- moment, by the rules of rollup/defined.sql.
CREATE VIEW known.rollup_period AS
SELECT k.indicator, k.period, k.period_kind, k.months,
       CASE WHEN p.kind = 'DAY' OR d.calendar = 'CALENDAR' THEN p.starts ELSE (p.starts - interval '1 month' + interval '14 days')::date END AS starts,
       CASE WHEN p.kind = 'DAY' OR d.calendar = 'CALENDAR' THEN p.ends ELSE (date_trunc('month', p.ends) + interval '13 days')::date END AS closes,
       d.version, d.kind, d.nature, d.reported_by, d.lowest, d.weight
FROM rollup_period k
JOIN period p ON p.period = k.period
CROSS JOIN LATERAL (
  SELECT * FROM known.definition d WHERE d.code = k.indicator ORDER BY d.valid @> p.ends DESC, d.version DESC LIMIT 1
) d;
