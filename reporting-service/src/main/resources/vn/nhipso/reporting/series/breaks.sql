-- Between which days a unit became another: it is other people's since a day between, or units below it came or went. The change is that of the first such
-- day; where several are of one day, one that names the unit or a unit that came or went. What only renames has none.
-- In: units, days since and until (pairs of points). Out: unit, since, until, own (of the unit itself), kind, act, effective_on.
WITH step AS MATERIALIZED (
  SELECT * FROM unnest(?::text[], ?::date[], ?::date[]) AS s (unit, since, until)
),
span AS MATERIALIZED (
  SELECT unit, min(since) AS since, max(until) AS until FROM step GROUP BY unit
),
own AS (
  SELECT s.unit, l.valid_from AS day,
         ARRAY(SELECT e.from_code FROM lineage_edge e WHERE e.to_code = s.unit AND e.effective_on = l.valid_from)
           || ARRAY(SELECT e.to_code FROM lineage_edge e WHERE e.from_code = s.unit AND e.effective_on = l.valid_from) || s.unit AS codes
  FROM span s
  JOIN unit_life l ON l.unit = s.unit AND l.valid_from > s.since AND l.valid_from <= s.until
  WHERE NOT EXISTS (SELECT FROM unit_life b WHERE b.unit = s.unit AND b.valid_to = l.valid_from)
    OR EXISTS (
      SELECT FROM lineage_edge e
      WHERE e.to_code = s.unit AND e.effective_on = l.valid_from AND e.population <> 'NONE' AND (e.from_code <> s.unit OR e.population <> 'WHOLE'))
    OR EXISTS (
      SELECT FROM lineage_edge e
      WHERE e.from_code = s.unit AND e.effective_on = l.valid_from AND e.population <> 'NONE' AND e.to_code IS DISTINCT FROM s.unit)
),
-- One that goes on under another name leaves and comes on the same day: together nothing.
moved AS (
  SELECT m.unit, m.day, m.code
  FROM (
    SELECT s.unit, a.valid_from AS day, a.unit AS code, 1 AS step
    FROM span s JOIN unit_ancestor a ON a.ancestor = s.unit AND a.unit <> s.unit AND a.valid_from > s.since AND a.valid_from <= s.until
    UNION ALL
    SELECT s.unit, a.valid_to, a.unit, -1
    FROM span s JOIN unit_ancestor a ON a.ancestor = s.unit AND a.unit <> s.unit AND a.valid_to > s.since AND a.valid_to <= s.until
  ) m
  GROUP BY m.unit, m.day, m.code
  HAVING sum(m.step) <> 0
),
event AS MATERIALIZED (
  SELECT unit, day, true AS own, codes FROM own
  UNION ALL
  SELECT unit, day, false, (array_agg(code ORDER BY code))[1:100] FROM moved GROUP BY unit, day
),
told AS MATERIALIZED (
  SELECT e.*, c.kind, c.act, c.effective_on
  FROM event e
  LEFT JOIN LATERAL (
    SELECT c.kind, c.data -> 'act' AS act, c.effective_on
    FROM unit_change c
    WHERE c.effective_on = e.day
    ORDER BY EXISTS (SELECT FROM unit_revision r WHERE r.change_id = c.id AND r.code = ANY (e.codes)) DESC, c.recorded_at, c.id
    LIMIT 1
  ) c ON true
)
SELECT DISTINCT ON (s.unit, s.since, s.until) s.unit, s.since, s.until, t.own, t.kind, t.act, coalesce(t.effective_on, t.day)
FROM step s
JOIN told t ON t.unit = s.unit AND t.day > s.since AND t.day <= s.until
ORDER BY s.unit, s.since, s.until, t.own DESC, t.day
