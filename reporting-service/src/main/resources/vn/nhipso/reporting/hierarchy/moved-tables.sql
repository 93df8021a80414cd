-- In which one change is worked out.
CREATE TEMP TABLE moved_from (code text);
CREATE TEMP TABLE unit_new (LIKE unit_version);
CREATE TEMP TABLE edge_new (LIKE lineage_edge);
CREATE TEMP TABLE moved_below (unit text);
CREATE TEMP TABLE ancestor_new (
  unit text, ancestor text, valid_from date, valid_to date, unit_level smallint, ancestor_level smallint, ancestor_parent text);
CREATE TEMP TABLE ancestor_gone (LIKE ancestor_new);
CREATE TEMP TABLE ancestor_come (LIKE ancestor_new);
CREATE TEMP TABLE sized (unit text);
CREATE TEMP TABLE size_new (LIKE unit_size);
CREATE TEMP TABLE life_code (code text);
CREATE TEMP TABLE life_new (LIKE unit_life);
CREATE TEMP TABLE moved_code (code text)
