-- From whom and to whom people went on a day otherwise than was known. In: moved_from, edge_new.
INSERT INTO moved_lineage
WITH side AS MATERIALIZED (
  SELECT e.from_code, e.effective_on, e.to_code, e.population, true AS gone FROM moved_from m JOIN lineage_edge e ON e.from_code = m.code
  UNION ALL
  SELECT from_code, effective_on, to_code, population, false FROM edge_new
),
differing AS MATERIALIZED (
  SELECT from_code, effective_on
  FROM side
  GROUP BY from_code, effective_on
  HAVING array_agg(concat_ws(' ', population, to_code) ORDER BY population, to_code) FILTER (WHERE gone)
    IS DISTINCT FROM array_agg(concat_ws(' ', population, to_code) ORDER BY population, to_code) FILTER (WHERE NOT gone)
)
SELECT from_code, effective_on FROM differing
UNION
SELECT s.to_code, s.effective_on FROM differing d JOIN side s USING (from_code, effective_on) WHERE s.to_code IS NOT NULL
