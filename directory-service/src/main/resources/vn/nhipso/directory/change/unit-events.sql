-- One event a code: all its versions over all time, also of the different units that bore it. Parameters: codes, change, moment.
WITH asked AS (SELECT ?::text[] AS codes, ?::uuid AS change, ?::text AS moment),
revised AS (
  INSERT INTO event_revision (key, revision)
  SELECT code, 1 FROM asked, unnest(asked.codes) AS code ORDER BY code
  ON CONFLICT (key) DO UPDATE SET revision = event_revision.revision + 1
  RETURNING key, revision)
INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.hierarchy', revised.key, 'vn.nhipso.unit.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'code', revised.key, 'revision', revised.revision, 'changeId', asked.change, 'recordedAt', asked.moment,
    'versions', coalesce((
      SELECT json_agg(json_build_object(
        'name', u.name, 'fullName', u.full_name, 'type', u.type, 'level', u.level, 'parentCode', u.parent_code,
        'validFrom', lower(u.valid), 'validTo', upper(u.valid)) ORDER BY u.valid)
      FROM unit_version u WHERE u.code = revised.key), '[]'::json)))
FROM revised, asked
ORDER BY length(revised.key), revised.key
