-- Statements that give others the rights on another relation that they have on the served rollups. In: relation.
SELECT format('GRANT %s ON %s TO %s', a.privilege_type, t.relation, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
FROM pg_class r
CROSS JOIN LATERAL aclexplode(r.relacl) a
CROSS JOIN (SELECT ?::text AS relation) t
WHERE r.oid = 'rollup'::regclass AND a.grantee <> r.relowner
