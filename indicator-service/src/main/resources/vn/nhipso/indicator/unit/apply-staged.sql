-- Applies what is staged under changes whose marker has come: the newest state of each code takes the place of all its versions.
-- Revisions that are not newer than the applied one are only taken off the stage.
WITH due AS (
  DELETE FROM unit_staged USING unit_change WHERE unit_change.change_id = unit_staged.change_id
  RETURNING unit_staged.code, unit_staged.revision, unit_staged.data),
newest AS (
  SELECT DISTINCT ON (code) code, revision, data FROM due ORDER BY code, revision DESC),
moved AS (
  INSERT INTO unit_revision AS known (code, revision)
  SELECT code, revision FROM newest ORDER BY code
  ON CONFLICT (code) DO UPDATE SET revision = excluded.revision WHERE known.revision < excluded.revision
  RETURNING code),
version AS (
  SELECT code, v.*
  FROM newest JOIN moved USING (code), jsonb_to_recordset(data -> 'versions')
    AS v ("name" text, "level" text, "parentCode" text, "validFrom" date, "validTo" date)),
gone AS (
  DELETE FROM unit_version
  USING moved
  WHERE unit_version.code = moved.code
    AND NOT EXISTS (SELECT 1 FROM version WHERE version.code = unit_version.code AND version."validFrom" = unit_version.valid_from))
INSERT INTO unit_version (code, valid_from, valid_to, name, level, parent_code)
SELECT code, "validFrom", "validTo", "name", "level", "parentCode" FROM version
ON CONFLICT (code, valid_from) DO UPDATE
SET valid_to = excluded.valid_to, name = excluded.name, level = excluded.level, parent_code = excluded.parent_code
