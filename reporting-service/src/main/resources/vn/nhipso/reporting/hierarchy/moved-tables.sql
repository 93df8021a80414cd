-- What changes move, for the rest of their transaction. Changes are rare: tables that are made anew cost less than tables that are kept clean.
DROP TABLE IF EXISTS moved_code, moved_from, unit_new, edge_new, moved_below, ancestor_new, ancestor_gone, ancestor_come, sized, size_new, life_code, life_new,
  moved_unit, moved_life, moved_lineage;
CREATE TEMP TABLE moved_code (code text) ON COMMIT DROP;
CREATE TEMP TABLE moved_from (code text) ON COMMIT DROP;
CREATE TEMP TABLE unit_new (LIKE unit_version) ON COMMIT DROP;
CREATE TEMP TABLE edge_new (LIKE lineage_edge) ON COMMIT DROP;
CREATE TEMP TABLE moved_below (unit text) ON COMMIT DROP;
CREATE TEMP TABLE ancestor_new ON COMMIT DROP AS
  SELECT unit, ancestor, valid_from, valid_to, unit_level, ancestor_level, ancestor_parent FROM unit_ancestor WHERE false;
CREATE TEMP TABLE ancestor_gone (LIKE ancestor_new) ON COMMIT DROP;
CREATE TEMP TABLE ancestor_come (LIKE ancestor_new) ON COMMIT DROP;
CREATE TEMP TABLE sized (unit text) ON COMMIT DROP;
CREATE TEMP TABLE size_new (LIKE unit_size) ON COMMIT DROP;
CREATE TEMP TABLE life_code (code text) ON COMMIT DROP;
CREATE TEMP TABLE life_new (LIKE unit_life) ON COMMIT DROP;
CREATE TEMP TABLE moved_unit (unit text, days datemultirange) ON COMMIT DROP;
CREATE TEMP TABLE moved_life (unit text, day date) ON COMMIT DROP;
CREATE TEMP TABLE moved_lineage (unit text, day date) ON COMMIT DROP
