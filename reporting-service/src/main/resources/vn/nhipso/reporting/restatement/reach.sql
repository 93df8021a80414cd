-- All places where any of the people of some units may be on another day. A unit that is lost is looked for where those below it are.
-- In: codes, the days on which they are borne, the day asked for. {event-n}, {legs-r}: the steps towards it.
-- Out: a row a unit and place, with the place and all above it; without a place where any of it is lost; and whether nothing is known but of those below.
WITH RECURSIVE root AS (
  SELECT u.code, u.day, ?::date AS goal FROM unnest(?::text[], ?::date[]) AS u (code, day)
),
reach (root, root_day, goal, code, day, below, event) AS (
  SELECT n.code, n.day, n.goal, n.code, n.day, false, v.day
  FROM root n
  CROSS JOIN LATERAL (
    {event-n}
  ) v
  UNION
  SELECT r.root, r.root_day, r.goal, n.code, n.day, n.below, v.day
  FROM reach r
  CROSS JOIN LATERAL (
    WITH leg AS MATERIALIZED (
      {legs-r}
    ),
    lost AS MATERIALIZED (
      SELECT FROM leg HAVING count(leg.code) < count(*) OR count(*) = 0
    )
    SELECT leg.code, leg.day, r.goal, r.below FROM leg WHERE leg.code IS NOT NULL
    UNION ALL
    SELECT NULL, r.day, r.goal, false FROM lost WHERE NOT r.below
    UNION ALL
    SELECT s.unit, r.day, r.goal, true
    FROM lost
    JOIN unit_ancestor u ON u.ancestor = r.code AND u.unit <> r.code AND u.valid_from <= r.day AND u.valid_to > r.day
    JOIN unit_ancestor s ON s.unit = u.unit AND s.ancestor_parent = r.code AND s.ancestor_level = s.unit_level AND s.valid_from <= r.day AND s.valid_to > r.day
  ) n
  CROSS JOIN LATERAL (
    {event-n}
  ) v
  WHERE r.event IS NOT NULL
)
SELECT r.root, r.root_day, r.code, r.code IS NOT NULL AND r.event IS NULL AS there, r.below,
       ARRAY(
         SELECT a.ancestor
         FROM unit_ancestor a
         WHERE a.unit = r.code AND r.event IS NULL AND a.valid_from <= r.goal AND a.valid_to > r.goal
         ORDER BY a.ancestor_level DESC) AS way
FROM reach r
