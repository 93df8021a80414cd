-- The number of an entry of the history is the position of its event.
WITH given AS MATERIALIZED (
  SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) AS g (id, key, payload, by, what, remark)),
now (at) AS (
  SELECT ?::timestamptz),
told AS (
  INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload, recorded_at)
  SELECT 'indicator.catalogue', key, 'vn.nhipso.return.changed.v1', 0, payload::json, now.at FROM given, now ORDER BY key COLLATE "C"
  RETURNING position, aggregateid),
kept AS (
  INSERT INTO report_return_history (position, return_id, at, by, what, remark)
  SELECT told.position, given.id, now.at, given.by, given.what, given.remark
  FROM told JOIN given ON given.key = told.aggregateid, now
  RETURNING position)
SELECT max(position) FROM kept
