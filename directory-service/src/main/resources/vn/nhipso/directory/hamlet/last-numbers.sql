-- The highest number ever given in each commune, also where the record was taken back. Parameters: communes.
SELECT h.commune, max(h.number) AS number
FROM (
  SELECT parent_code AS commune, substr(code, 7)::int AS number FROM unit_version WHERE level = 'HAMLET' AND parent_code = ANY (?::text[])
  UNION ALL
  SELECT parent_code, substr(code, 7)::int FROM unit_version_superseded WHERE level = 'HAMLET' AND parent_code = ANY (?::text[])
) AS h
GROUP BY h.commune
