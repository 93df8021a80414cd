-- As apply-staged.sql, for what became of units: a figure is not held against one from before such a day.
WITH due AS (
  DELETE FROM lineage_staged s USING unit_change WHERE unit_change.change_id = s.change_id
  RETURNING s.from_code, s.effective_on, s.revision, s.has_edges, s.heirs),
newest AS (
  SELECT DISTINCT ON (from_code, effective_on) from_code, effective_on, revision, has_edges, heirs
  FROM due ORDER BY from_code, effective_on, revision DESC),
altered AS (
  SELECT newest.*, was.heirs AS heirs_before
  FROM newest LEFT JOIN lineage was ON was.from_code = newest.from_code AND was.effective_on = newest.effective_on
  WHERE was.revision IS NULL OR was.revision < newest.revision),
touched AS MATERIALIZED (
  SELECT code, min(to_char(effective_on, 'YYYY')) AS year
  FROM altered CROSS JOIN LATERAL unnest(from_code || heirs || heirs_before) AS code
  GROUP BY code),
asked AS (
  INSERT INTO check_request (unit, period, indicator, scope)
  SELECT m.* FROM touched CROSS JOIN LATERAL (
    SELECT unit, period, indicator, scope FROM measurement WHERE unit = touched.code AND period >= touched.year OFFSET 0) AS m)
INSERT INTO lineage AS known (from_code, effective_on, revision, has_edges, heirs)
SELECT from_code, effective_on, revision, has_edges, heirs FROM newest
ON CONFLICT (from_code, effective_on) DO UPDATE
SET revision = excluded.revision, has_edges = excluded.has_edges, heirs = excluded.heirs
WHERE known.revision < excluded.revision
