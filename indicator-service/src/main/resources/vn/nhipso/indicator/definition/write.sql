-- Writes a state of each code: into the log, and over what was present before.
WITH given AS (
  SELECT code, version, revision, body::jsonb AS body
  FROM unnest(?::text[], ?::integer[], ?::integer[], ?::text[]) AS g (code, version, revision, body)),
about AS (
  SELECT ?::text AS author, ?::timestamptz AS recorded_at, ?::text AS reason),
logged AS (
  INSERT INTO indicator_revision (code, revision, version, body, author, recorded_at, reason)
  SELECT code, revision, version, body, author, recorded_at, reason FROM given CROSS JOIN about)
INSERT INTO indicator AS i (
  code, version, revision, name_vi, name_en, definition, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, frequency, calendar,
  numerator_label, denominator_label, weight, denominator_indicator, above100, custodian, legal_basis, replaced_by, valid_from, valid_to, recorded_at)
SELECT g.code, g.version, g.revision, b.names ->> 'vi', b.names ->> 'en', b.definition, b.pillar, b.kind, b.nature, b."unitOfMeasure", b.decimals,
  b.direction, b."reportedBy", b.frequency, b.calendar, b."numeratorLabel", b."denominatorLabel", b.weight, b."denominatorIndicator", b.above100,
  b.custodian, b."legalBasis", b."replacedBy", b."validFrom", b."validTo", about.recorded_at
FROM given g CROSS JOIN about CROSS JOIN LATERAL jsonb_to_record(g.body) AS b (
  names jsonb, definition text, pillar text, kind text, nature text, "unitOfMeasure" text, decimals integer, direction text, "reportedBy" text[],
  frequency text, calendar text, "numeratorLabel" text, "denominatorLabel" text, weight text, "denominatorIndicator" text, above100 boolean,
  custodian text, "legalBasis" text, "replacedBy" text, "validFrom" date, "validTo" date)
ON CONFLICT (code) DO UPDATE SET
  (version, revision, name_vi, name_en, definition, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, frequency, calendar,
   numerator_label, denominator_label, weight, denominator_indicator, above100, custodian, legal_basis, replaced_by, valid_from, valid_to, recorded_at)
  = ROW (excluded.version, excluded.revision, excluded.name_vi, excluded.name_en, excluded.definition, excluded.pillar, excluded.kind, excluded.nature,
   excluded.unit_of_measure, excluded.decimals, excluded.direction, excluded.reported_by, excluded.frequency, excluded.calendar,
   excluded.numerator_label, excluded.denominator_label, excluded.weight, excluded.denominator_indicator, excluded.above100, excluded.custodian,
   excluded.legal_basis, excluded.replaced_by, excluded.valid_from, excluded.valid_to, excluded.recorded_at)
