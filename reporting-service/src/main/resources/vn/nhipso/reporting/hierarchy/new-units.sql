-- The versions of codes as they are known now; a code of which two hold on one day is answered, to be refused with its change.
WITH put AS (
  INSERT INTO unit_new
  SELECT r.code, daterange((v ->> 'validFrom')::date, (v ->> 'validTo')::date), v ->> 'name', v ->> 'fullName', v ->> 'type',
         array_position(ARRAY['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET'], v ->> 'level') - 1, v ->> 'parentCode',
         (SELECT max(known_at) FROM unit_change)
  FROM (
    SELECT DISTINCT ON (r.code) r.code, r.versions FROM moved_code m JOIN unit_revision r ON r.code = m.code ORDER BY r.code, r.revision DESC
  ) r
  CROSS JOIN LATERAL jsonb_array_elements(r.versions) v
  RETURNING code, valid
)
SELECT format('versions of %s overlap', code)
FROM (SELECT code, valid && lead(valid) OVER (PARTITION BY code ORDER BY valid) AS overlapping FROM put) p
WHERE overlapping
