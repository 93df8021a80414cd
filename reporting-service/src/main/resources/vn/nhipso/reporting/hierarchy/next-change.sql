-- Each change is derived by itself; what moved is gathered over all of them.
TRUNCATE moved_code, moved_from, unit_new, edge_new, moved_below, ancestor_new, ancestor_gone, ancestor_come, sized, size_new, life_code, life_new
