-- What a change moves, for the rest of its transaction. Changes are rare: tables that are made anew cost less than tables that are kept clean.
DROP TABLE IF EXISTS moved_code, moved_from, moved_below, ancestor_new, ancestor_gone, ancestor_come, life_code, life_new, moved_unit, moved_life;
CREATE TEMP TABLE moved_code (code text) ON COMMIT DROP;
CREATE TEMP TABLE moved_from (code text) ON COMMIT DROP;
CREATE TEMP TABLE moved_below (unit text) ON COMMIT DROP;
CREATE TEMP TABLE ancestor_new (LIKE unit_ancestor) ON COMMIT DROP;
CREATE TEMP TABLE ancestor_gone (LIKE unit_ancestor) ON COMMIT DROP;
CREATE TEMP TABLE ancestor_come (LIKE unit_ancestor) ON COMMIT DROP;
CREATE TEMP TABLE life_code (code text) ON COMMIT DROP;
CREATE TEMP TABLE life_new (LIKE unit_life) ON COMMIT DROP;
CREATE TEMP TABLE moved_unit (unit text, days datemultirange) ON COMMIT DROP;
CREATE TEMP TABLE moved_life (unit text, day date) ON COMMIT DROP
