-- The changes that ever said where the population of the communes went on a day. Parameters: communes, day.
WITH asked AS (SELECT ?::text[] AS codes, ?::date AS day)
SELECT e.from_code, e.change_id FROM asked JOIN lineage_edge e ON e.from_code = ANY (asked.codes) AND e.effective_on = asked.day
UNION
SELECT e.from_code, e.change_id FROM asked JOIN lineage_edge_superseded e ON e.from_code = ANY (asked.codes) AND e.effective_on = asked.day
