-- Every edge from or to one of the codes, on any day. Parameters: codes, codes.
SELECT from_code, effective_on, to_code, area, population, share, instrument, note FROM lineage_edge WHERE from_code = ANY (?::text[])
UNION
SELECT from_code, effective_on, to_code, area, population, share, instrument, note FROM lineage_edge WHERE to_code = ANY (?::text[])
ORDER BY 1, 2, 3
