-- A figure made of other periods may reach over some of the months only (_there: how many), and may be that of the units that went into this one
-- (_carried). Both are null where that is not so.
ALTER TABLE rollup
  ADD COLUMN own_there smallint,
  ADD COLUMN own_carried boolean,
  ADD COLUMN children_stated_there smallint,
  ADD COLUMN children_stated_carried boolean,
  ADD COLUMN whole_stated_there smallint,
  ADD COLUMN whole_stated_carried boolean;
