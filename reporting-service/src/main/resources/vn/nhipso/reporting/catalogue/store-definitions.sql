INSERT INTO definition_revision
SELECT code, revision, version, name_vi, name_en, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, lowest, frequency, calendar,
       weight, above100, valid::daterange, recorded_at
FROM unnest(?::text[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[],
            ?::smallint[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[])
  AS i (code, revision, version, name_vi, name_en, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, lowest, frequency, calendar,
        weight, above100, valid, recorded_at)
ON CONFLICT DO NOTHING
