-- The days on which any unit is another than the day before, in order.
SELECT lower(valid) AS day FROM unit_version WHERE NOT lower_inf(valid)
UNION
SELECT upper(valid) FROM unit_version WHERE NOT upper_inf(valid)
UNION
SELECT effective_on FROM lineage_edge
ORDER BY day
