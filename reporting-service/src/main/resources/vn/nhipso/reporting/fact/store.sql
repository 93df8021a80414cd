-- Stores what is newer than what is known, keeps what it replaces, and says in work_change what moved. Old revisions only go to the history.
WITH incoming AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::numeric[], ?::numeric[], ?::numeric[], ?::smallint[], ?::text[],
                       ?::jsonb[], ?::boolean[], ?::integer[], ?::text[], ?::timestamptz[])
    AS i (indicator, period, unit, scope, revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
          measurement_id, recorded_at)
),
newest AS (
  SELECT DISTINCT ON (indicator, period, unit, scope) * FROM incoming ORDER BY indicator, period, unit, scope, revision DESC
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
            old.definition_version, old.measurement_id, old.recorded_at
),
replaced AS (
  INSERT INTO fact_revision
  SELECT indicator, period, unit, scope, old_revision, numerator, denominator, value, qualifiers, absence, stated, withdrawn, definition_version,
         measurement_id, recorded_at
  FROM stored WHERE old_revision IS NOT NULL
  UNION ALL
  SELECT i.* FROM incoming i JOIN stored s USING (indicator, period, unit, scope) WHERE i.revision < s.new_revision
  UNION ALL
  SELECT i.* FROM incoming i JOIN fact f USING (indicator, period, unit, scope) WHERE i.revision < f.revision
  ON CONFLICT DO NOTHING
)
INSERT INTO work_change SELECT DISTINCT indicator, period, unit FROM stored
