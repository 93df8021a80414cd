-- Each change is derived by itself. What a small one leaves is little: deleting it keeps the plans that name these tables.
DELETE FROM moved_code;
DELETE FROM moved_from;
DELETE FROM unit_new;
DELETE FROM edge_new;
DELETE FROM moved_below;
DELETE FROM ancestor_new;
DELETE FROM ancestor_gone;
DELETE FROM ancestor_come;
DELETE FROM sized;
DELETE FROM size_new;
DELETE FROM life_code;
DELETE FROM life_new
