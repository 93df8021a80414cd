-- Applies what is staged under changes whose marker has come: the newest state of each code takes the place of all its versions.
-- Revisions that are not newer than the applied one are only taken off the stage.
-- Where a unit came under another parent, began, ended, or changed its level, its figures are held against others from then on: those of that
-- year and later are put down to be looked at, and so are those of the units it was beside. (A CTE still sees the versions of before.)
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
    AND NOT EXISTS (SELECT 1 FROM version WHERE version.code = unit_version.code AND version."validFrom" = unit_version.valid_from)),
altered AS MATERIALIZED (
  SELECT coalesce(was.code, now.code) AS code, was.parent_code AS parent,
    CASE WHEN (was.parent_code, was.level) IS NOT DISTINCT FROM (now."parentCode", now.level) THEN least(was.valid_to, now."validTo")
         ELSE coalesce(was.valid_from, now."validFrom") END AS day
  FROM (SELECT unit_version.* FROM unit_version JOIN moved USING (code)) AS was
  FULL JOIN version AS now ON now.code = was.code AND now."validFrom" = was.valid_from
  WHERE (was.parent_code, was.level, was.valid_to) IS DISTINCT FROM (now."parentCode", now.level, now."validTo")),
touched AS MATERIALIZED (
  SELECT code, min(to_char(day, 'YYYY')) AS year FROM (
    SELECT code, day FROM altered
    UNION ALL
    SELECT beside.code, gone_from.day
    FROM (SELECT parent, min(day) AS day FROM altered WHERE parent IS NOT NULL GROUP BY parent) AS gone_from
    JOIN unit_version beside ON beside.parent_code = gone_from.parent AND (beside.valid_to IS NULL OR beside.valid_to > gone_from.day)) AS units
  GROUP BY code),
asked AS (
  INSERT INTO check_request (unit, period, indicator, scope)
  -- OFFSET 0: the key of each unit is asked for, however many the planner believes there are.
  SELECT m.* FROM touched CROSS JOIN LATERAL (
    SELECT unit, period, indicator, scope FROM measurement WHERE unit = touched.code AND period >= touched.year OFFSET 0) AS m)
INSERT INTO unit_version (code, valid_from, valid_to, name, level, parent_code)
SELECT code, "validFrom", "validTo", "name", "level", "parentCode" FROM version
ON CONFLICT (code, valid_from) DO UPDATE
SET valid_to = excluded.valid_to, name = excluded.name, level = excluded.level, parent_code = excluded.parent_code
