-- What all changes of a transaction moved.
CREATE TEMP TABLE moved_life (unit text, day date);
CREATE INDEX ix_moved_life ON moved_life (unit);
CREATE TEMP TABLE moved_lineage (unit text, day date);
CREATE TEMP TABLE moved_unit (unit text, days datemultirange);
CREATE INDEX ix_moved_unit ON moved_unit (unit)
