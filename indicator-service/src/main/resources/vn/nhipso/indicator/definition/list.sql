-- Definitions as they stand, the best match first; without words in the order of their codes.
SELECT code, version, revision, body, recorded_at, rank
FROM (
  SELECT i.code, i.version, i.revision, r.body::text AS body, i.recorded_at,
    CASE WHEN asked.words IS NULL THEN 0
      ELSE round(ts_rank('{0.01, 0.1, 0.6, 1}', i.words, indicator_asked(asked.words)) * 1000000)::integer
        + CASE WHEN folded(i.code) = folded(asked.words) THEN 10000000 ELSE 0 END
    END AS rank
  FROM (SELECT ?::text AS words, ?::text AS pillar, ?::text AS kind, ?::text AS level, ?::text AS frequency, ?::date AS day, ?::text AS status) AS asked
  JOIN indicator i
    ON (asked.words IS NULL OR i.words @@ indicator_asked(asked.words))
    AND (asked.pillar IS NULL OR i.pillar = asked.pillar)
    AND (asked.kind IS NULL OR i.kind = asked.kind)
    AND (asked.level IS NULL OR asked.level = ANY (i.reported_by))
    AND (asked.frequency IS NULL OR i.frequency = asked.frequency)
    AND (asked.status IS NULL OR asked.status = (
      SELECT CASE WHEN bool_or(v.valid @> asked.day) THEN 'IN_FORCE' WHEN bool_or(lower(v.valid) > asked.day) THEN 'FUTURE' ELSE 'RETIRED' END
      FROM indicator_version v WHERE v.code = i.code))
  JOIN indicator_revision r ON r.code = i.code AND r.revision = i.revision) AS found
WHERE rank < ? OR (rank = ? AND code > ? COLLATE "C")
ORDER BY rank DESC, code
LIMIT ?
