-- Every state goes to the history; the codes whose newest state is new have moved.
WITH known AS (
  INSERT INTO unit_revision
  SELECT key, revision, change_id, (data ->> 'recordedAt')::timestamptz, data -> 'versions'
  FROM hierarchy_staging
  WHERE change_id = ANY (?) AND type = 'vn.nhipso.unit.changed.v1'
  ON CONFLICT DO NOTHING
  RETURNING code, revision
)
INSERT INTO moved_code
SELECT DISTINCT k.code FROM known k WHERE NOT EXISTS (SELECT FROM unit_revision r WHERE r.code = k.code AND r.revision > k.revision)
