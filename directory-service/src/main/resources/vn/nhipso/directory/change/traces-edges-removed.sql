-- Edges that a change took off the record. Parameters: change.
SELECT from_code, effective_on, to_code, area, population, share, instrument, note FROM lineage_edge_superseded WHERE superseded_by = ?::uuid
