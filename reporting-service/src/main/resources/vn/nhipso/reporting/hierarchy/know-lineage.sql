WITH known AS (
  INSERT INTO lineage_revision
  SELECT data ->> 'from', (data ->> 'effectiveOn')::date, revision, (data ->> 'recordedAt')::timestamptz, data -> 'edges'
  FROM hierarchy_staging
  WHERE change_id = ANY (?) AND type = 'vn.nhipso.lineage.changed.v1'
  ON CONFLICT DO NOTHING
  RETURNING from_code
)
INSERT INTO moved_from SELECT DISTINCT from_code FROM known
