-- Where the people of the units of closing days come to be on another day, as far as it is known what part of them goes where: of every unit of the
-- provinces of which anything may be at or below what is asked.
-- In: codes asked; the day asked for; closing days, all of them before it or all after it. {event-n}, {legs-c}: the steps towards that day;
-- {back-event-n}, {back-legs-b}: those the other way. Out: a row a unit and end; where it is a rest, that is the unit and day from which on nobody knows.
WITH RECURSIVE moment AS (
  SELECT ?::date AS day
),
closing AS (
  SELECT DISTINCT * FROM unnest(?::date[]) AS c (day)
),
asked AS (
  SELECT DISTINCT a.unit AS code
  FROM unnest(?::text[]) AS t (code)
  CROSS JOIN moment m
  JOIN unit_ancestor a ON a.ancestor = t.code AND a.valid_from <= m.day AND a.valid_to > m.day
),
-- Whatever may have come to what is asked.
back (code, day, goal, event) AS (
  SELECT n.code, n.day, n.goal, v.day
  FROM (SELECT a.code, m.day, c.day AS goal FROM asked a CROSS JOIN moment m CROSS JOIN closing c) n
  CROSS JOIN LATERAL (
    {back-event-n}
  ) v
  UNION
  SELECT n.code, n.day, n.goal, v.day
  FROM back b
  CROSS JOIN LATERAL (
    {back-legs-b}
  ) l
  CROSS JOIN LATERAL (SELECT l.code, l.day, b.goal) n
  CROSS JOIN LATERAL (
    {back-event-n}
  ) v
  WHERE b.event IS NOT NULL AND l.code IS NOT NULL
),
province AS (
  SELECT DISTINCT b.goal AS closes, p.ancestor AS code
  FROM back b
  JOIN unit_ancestor p ON p.unit = b.code AND p.ancestor_level = 1 AND p.valid_from <= b.goal AND p.valid_to > b.goal
  WHERE b.event IS NULL
),
source AS (
  SELECT p.closes, a.unit AS code
  FROM province p
  JOIN unit_ancestor a ON a.ancestor = p.code AND a.valid_from <= p.closes AND a.valid_to > p.closes
),
carried (source, closes, goal, code, day, factor, rest, event) AS (
  SELECT n.code, n.day, n.goal, n.code, n.day, 1::numeric, false, v.day
  FROM (SELECT s.code, s.closes AS day, m.day AS goal FROM source s CROSS JOIN moment m) n
  CROSS JOIN LATERAL (
    {event-n}
  ) v
  UNION ALL
  SELECT c.source, c.closes, c.goal, n.code, n.day, c.factor * n.factor, n.rest, CASE WHEN NOT n.rest THEN v.day END
  FROM carried c
  CROSS JOIN LATERAL (
    WITH leg AS MATERIALIZED (
      {legs-c}
    )
    SELECT leg.code, leg.day, c.goal, leg.factor, false AS rest FROM leg WHERE leg.code IS NOT NULL AND leg.factor IS NOT NULL
    UNION ALL
    SELECT c.code, c.day, c.goal, 1 - k.known, true
    FROM (SELECT coalesce(sum(leg.factor) FILTER (WHERE leg.code IS NOT NULL), 0) AS known FROM leg) k
    WHERE k.known < 1
  ) n
  CROSS JOIN LATERAL (
    {event-n}
  ) v
  WHERE c.event IS NOT NULL
)
SELECT c.closes, s.codes AS way, s.level, c.code, c.day, c.factor, c.rest, p.codes AS place_way, p.level AS place_level
FROM carried c
CROSS JOIN LATERAL (
  SELECT array_agg(a.ancestor ORDER BY a.ancestor_level DESC) AS codes, max(a.unit_level) AS level
  FROM unit_ancestor a
  WHERE a.unit = c.source AND a.valid_from <= c.closes AND a.valid_to > c.closes
) s
CROSS JOIN LATERAL (
  SELECT array_agg(a.ancestor ORDER BY a.ancestor_level DESC) AS codes, max(a.unit_level) AS level
  FROM unit_ancestor a
  WHERE a.unit = c.code AND NOT c.rest AND a.valid_from <= c.goal AND a.valid_to > c.goal
) p
WHERE c.rest OR c.event IS NULL
ORDER BY c.closes, c.source, c.code, c.day, c.rest
