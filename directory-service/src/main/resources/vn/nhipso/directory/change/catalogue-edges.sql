-- All lineage between the units that stand in lists.
SELECT from_code, effective_on, to_code, area, population, share, instrument, note FROM lineage_edge WHERE length(from_code) <= 5
