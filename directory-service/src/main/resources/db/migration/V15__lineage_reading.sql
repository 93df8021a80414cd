CREATE INDEX ix_lineage_edge_effective_on ON lineage_edge (effective_on);

-- All edges that were known at a moment. Inlined by the planner.
CREATE FUNCTION lineage_edge_as_of(known_at timestamptz)
RETURNS TABLE (from_code text, effective_on date, to_code text, area text, population text, share numeric)
LANGUAGE sql STABLE AS $$
  SELECT from_code, effective_on, to_code, area, population, share FROM lineage_edge WHERE recorded_at <= known_at
  UNION ALL
  SELECT from_code, effective_on, to_code, area, population, share FROM lineage_edge_superseded WHERE recorded @> known_at
$$;
