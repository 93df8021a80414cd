-- A plain key: keeping a GiST index without overlaps was half the time of a national list, and every look-up by code went through it. That a
-- code's versions do not overlap is refused where they come in (hierarchy/put-units.sql).
ALTER TABLE unit_version DROP CONSTRAINT pk_unit_version;
ALTER TABLE unit_version ADD CONSTRAINT pk_unit_version PRIMARY KEY (code, valid);
