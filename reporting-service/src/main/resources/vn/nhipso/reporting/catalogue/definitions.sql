SELECT code, version, name_vi, name_en, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, lowest, calendar, weight
FROM definition
WHERE code = ANY (?)
