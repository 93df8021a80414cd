-- Stores what is newer than what is known, keeps what it replaces, and says in work_change what moved. Old revisions only go to the history, and end
-- there what still counted when they were recorded.
WITH incoming AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::numeric[], ?::numeric[], ?::numeric[], ?::smallint[], ?::text[],
                       ?::jsonb[], ?::boolean[], ?::integer[], ?::text[], ?::timestamptz[])
    AS i (indicator, period, unit, scope, revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
          measurement_id, recorded_at)
),
-- Beside when the first of the newer revisions in the batch was recorded.
followed AS MATERIALIZED (
  SELECT *, min(recorded_at) OVER (PARTITION BY indicator, period, unit, scope ORDER BY revision DESC
                                   GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS known_to
  FROM incoming
),
-- The revisions of figures of which the batch has several, each beside the one before it.
following AS MATERIALIZED (
  SELECT *, lag(revision) OVER r AS old_revision, lag(numerator) OVER r AS old_numerator, lag(denominator) OVER r AS old_denominator,
         lag(value) OVER r AS old_value, lag(qualifiers) OVER r AS old_qualifiers, lag(absence) OVER r AS old_absence,
         lag(withdrawn) OVER r AS old_withdrawn
  FROM incoming
  WHERE (indicator, period, unit, scope) IN (SELECT indicator, period, unit, scope FROM followed WHERE known_to IS NOT NULL)
  WINDOW r AS (PARTITION BY indicator, period, unit, scope ORDER BY revision)
),
newest AS (
  SELECT DISTINCT ON (indicator, period, unit, scope)
         indicator, period, unit, scope, revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
         measurement_id, recorded_at
  FROM followed
  ORDER BY indicator, period, unit, scope, revision DESC
),
stored AS (
  INSERT INTO fact AS f SELECT * FROM newest
  ON CONFLICT (indicator, period, unit, scope) DO UPDATE
  SET revision = EXCLUDED.revision, numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator, value = EXCLUDED.value,
      qualifiers = EXCLUDED.qualifiers, absence = EXCLUDED.absence, stated = EXCLUDED.stated, withdrawn = EXCLUDED.withdrawn,
      definition_version = EXCLUDED.definition_version, measurement_id = EXCLUDED.measurement_id, recorded_at = EXCLUDED.recorded_at
  WHERE f.revision < EXCLUDED.revision
  RETURNING new.indicator, new.period, new.unit, new.scope, new.revision AS new_revision,
            old.revision AS old_revision, old.numerator, old.denominator, old.value, old.qualifiers, old.absence, old.stated, old.withdrawn,
            old.definition_version, old.measurement_id, old.recorded_at,
            new.numerator AS new_numerator, new.denominator AS new_denominator, new.value AS new_value, new.qualifiers AS new_qualifiers,
            new.absence AS new_absence, new.withdrawn AS new_withdrawn, new.measurement_id AS new_measurement_id, new.recorded_at AS new_recorded_at
),
-- A published value that is another now, or none: step by step where the batch has several revisions of a figure.
corrected AS (
  INSERT INTO work_correction
  SELECT indicator, period, unit, scope, measurement_id, revision, recorded_at, NULL, NULL, withdrawn, numerator, denominator, value, qualifiers, absence,
         old_revision, old_numerator, old_denominator, old_value, old_qualifiers, old_absence
  FROM (
    SELECT s.indicator, s.period, s.unit, s.scope, s.new_measurement_id, s.new_revision, s.new_recorded_at, s.new_withdrawn, s.new_numerator,
           s.new_denominator, s.new_value, s.new_qualifiers, s.new_absence, s.old_revision, s.numerator, s.denominator, s.value, s.qualifiers, s.absence,
           s.withdrawn
    FROM stored s
    WHERE NOT EXISTS (
      SELECT FROM following f WHERE f.indicator = s.indicator AND f.period = s.period AND f.unit = s.unit AND f.scope = s.scope)
    UNION ALL
    SELECT f.indicator, f.period, f.unit, f.scope, f.measurement_id, f.revision, f.recorded_at, f.withdrawn, f.numerator, f.denominator, f.value,
           f.qualifiers, f.absence, o.*
    FROM following f
    JOIN stored s USING (indicator, period, unit, scope)
    CROSS JOIN LATERAL (
      SELECT s.old_revision, s.numerator, s.denominator, s.value, s.qualifiers, s.absence, s.withdrawn
      WHERE f.old_revision IS NULL OR f.old_revision <= s.old_revision
      UNION ALL
      SELECT f.old_revision, f.old_numerator, f.old_denominator, f.old_value, f.old_qualifiers, f.old_absence, f.old_withdrawn
      WHERE f.old_revision > coalesce(s.old_revision, -1)
    ) o
    WHERE f.revision > coalesce(s.old_revision, -1)
  ) AS step (indicator, period, unit, scope, measurement_id, revision, recorded_at, withdrawn, numerator, denominator, value, qualifiers, absence,
             old_revision, old_numerator, old_denominator, old_value, old_qualifiers, old_absence, old_withdrawn)
  WHERE old_revision IS NOT NULL AND NOT old_withdrawn
    AND (numerator, denominator, value, qualifiers, absence, withdrawn)
      IS DISTINCT FROM (old_numerator, old_denominator, old_value, old_qualifiers, old_absence, old_withdrawn)
),
-- What comes after a newer one.
late AS (
  SELECT i.*, f.recorded_at AS present_at FROM followed i JOIN fact f USING (indicator, period, unit, scope) WHERE i.revision < f.revision
),
ended AS (
  UPDATE fact_revision r SET known_to = x.ends_at
  FROM (
    SELECT p.indicator, p.period, p.unit, p.scope, p.revision, min(l.recorded_at) AS ends_at
    FROM late l
    CROSS JOIN LATERAL (
      SELECT * FROM fact_revision p
      WHERE p.indicator = l.indicator AND p.period = l.period AND p.unit = l.unit AND p.scope = l.scope AND p.revision < l.revision
        AND p.known_to > l.recorded_at
      OFFSET 0
    ) p
    GROUP BY p.indicator, p.period, p.unit, p.scope, p.revision
  ) x
  WHERE r.indicator = x.indicator AND r.period = x.period AND r.unit = x.unit AND r.scope = x.scope AND r.revision = x.revision
),
replaced AS (
  INSERT INTO fact_revision
  -- What was the present until the first newer revision was recorded.
  (SELECT DISTINCT ON (s.indicator, s.period, s.unit, s.scope)
          s.indicator, s.period, s.unit, s.scope, s.old_revision, s.numerator, s.denominator, s.value, s.qualifiers, s.absence, s.stated, s.withdrawn,
          s.definition_version, s.measurement_id, s.recorded_at, least(i.recorded_at, i.known_to)
   FROM followed i
   JOIN stored s USING (indicator, period, unit, scope)
   WHERE i.revision > s.old_revision
   ORDER BY s.indicator, s.period, s.unit, s.scope, i.revision)
  UNION ALL
  SELECT i.* FROM followed i JOIN stored s USING (indicator, period, unit, scope)
  WHERE i.revision < s.new_revision AND i.revision > coalesce(s.old_revision, -1)
  UNION ALL
  SELECT l.indicator, l.period, l.unit, l.scope, l.revision, l.numerator, l.denominator, l.value, l.qualifiers, l.absence, l.stated, l.withdrawn,
         l.definition_version, l.measurement_id, l.recorded_at,
         least(l.known_to, l.present_at,
               (SELECT min(n.recorded_at) FROM fact_revision n
                WHERE n.indicator = l.indicator AND n.period = l.period AND n.unit = l.unit AND n.scope = l.scope AND n.revision > l.revision))
  FROM late l
  ON CONFLICT DO NOTHING
)
INSERT INTO work_change SELECT DISTINCT indicator, period, unit FROM stored
