-- Edges that a change wrote, whether they still stand or not. Parameters: change.
WITH asked AS (SELECT ?::uuid AS change)
SELECT from_code, effective_on, to_code, area, population, share, instrument, note FROM asked, lineage_edge e WHERE e.change_id = asked.change
UNION
SELECT from_code, effective_on, to_code, area, population, share, instrument, note FROM asked, lineage_edge_superseded e WHERE e.change_id = asked.change
