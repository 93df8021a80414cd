-- A list of edges cites an instrument for each of them, and the source's own remark.
ALTER TABLE lineage_edge ADD COLUMN instrument text, ADD COLUMN note text;
ALTER TABLE lineage_edge_superseded ADD COLUMN instrument text, ADD COLUMN note text;

CREATE INDEX ix_lineage_edge_instrument ON lineage_edge (instrument, change_id);

COMMENT ON COLUMN lineage_edge.instrument IS 'Number of the act that this edge rests on, where it is another than that of its change.';
COMMENT ON COLUMN lineage_edge.note IS 'The remark of the source, word for word.';

ALTER TABLE unit_change ADD COLUMN list_of text;
COMMENT ON COLUMN unit_change.list_of IS 'The unit of whose subtree the change held the whole list of that day (VN: of the country): what is entered later for an earlier day and is not in it ended by then.';
