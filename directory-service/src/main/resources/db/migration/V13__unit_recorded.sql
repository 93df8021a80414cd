-- Each process keeps the names of all units and reads what was recorded since; nothing is searched by letters in the database any more.
CREATE INDEX ix_unit_version_recorded_at ON unit_version (recorded_at);
CREATE INDEX ix_unit_version_superseded_recorded ON unit_version_superseded (upper(recorded));
DROP INDEX IF EXISTS ix_unit_version_search_text;
