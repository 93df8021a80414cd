-- One event a code and day: its complete outgoing edges. Parameters: from codes, day, change, moment.
WITH asked AS (SELECT ?::text[] AS codes, ?::date AS day, ?::uuid AS change, ?::text AS moment),
revised AS (
  INSERT INTO event_revision (key, revision)
  SELECT code || '@' || asked.day, 1 FROM asked, unnest(asked.codes) AS code ORDER BY code
  ON CONFLICT (key) DO UPDATE SET revision = event_revision.revision + 1
  RETURNING key, split_part(key, '@', 1) AS from_code, revision)
INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'directory.hierarchy', revised.key, 'vn.nhipso.lineage.changed.v1', 0,
  json_strip_nulls(json_build_object(
    'from', revised.from_code, 'effectiveOn', asked.day, 'revision', revised.revision, 'changeId', asked.change,
    'recordedAt', asked.moment,
    'edges', coalesce((
      SELECT json_agg(json_build_object('to', e.to_code, 'area', e.area, 'population', e.population, 'share', e.share,
        'instrument', e.instrument) ORDER BY e.to_code)
      FROM lineage_edge e WHERE e.from_code = revised.from_code AND e.effective_on = asked.day), '[]'::json)))
FROM revised, asked
ORDER BY revised.from_code
