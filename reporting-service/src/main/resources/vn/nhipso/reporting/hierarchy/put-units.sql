-- The versions of codes as they are known now.
INSERT INTO unit_version
SELECT r.code, daterange((v ->> 'validFrom')::date, (v ->> 'validTo')::date), v ->> 'name', v ->> 'fullName', v ->> 'type',
       array_position(ARRAY['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET'], v ->> 'level') - 1, v ->> 'parentCode'
FROM (SELECT DISTINCT ON (code) code, versions FROM unit_revision WHERE code = ANY (?) ORDER BY code, revision DESC) r
CROSS JOIN LATERAL jsonb_array_elements(r.versions) v
