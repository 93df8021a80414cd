-- What stands in the subtree of a unit on a day, gathered under the units of a level. One row for each kind and level of teams of such a unit;
-- without teams one row with neither. Parameters: day, unit, level gathered under.
WITH RECURSIVE asked AS (SELECT ?::date AS day, ?::text AS code, ?::text AS level),
below AS (
  SELECT u.code, u.level, CASE WHEN u.level = asked.level THEN u.code ELSE '' END AS place
  FROM asked JOIN unit_version u ON u.code = asked.code AND u.valid @> asked.day
  UNION ALL
  SELECT u.code, u.level, CASE WHEN below.place = '' AND u.level = asked.level THEN u.code ELSE below.place END
  FROM below, asked, unit_version u
  WHERE u.parent_code = below.code AND u.valid @> asked.day),
standing AS (
  SELECT below.place, below.code, below.level AS unit_level, t.id, t.kind, t.level
  FROM asked, below JOIN team_placement p ON p.unit_code = below.code JOIN team t ON t.id = p.team_id
  WHERE p.valid @> asked.day),
teams AS (
  SELECT s.place, s.kind, s.level, count(*) AS teams, sum(z.members) AS members
  FROM asked, standing s
  CROSS JOIN LATERAL (
    SELECT count(*) AS members FROM team_member m
    WHERE m.team_id = s.id
      AND (m.member_from IS NULL OR m.member_from <= asked.day) AND (m.member_to IS NULL OR m.member_to > asked.day)) AS z
  GROUP BY s.place, s.kind, s.level),
hamlets AS (
  SELECT below.place, count(*) FILTER (WHERE below.level = 'HAMLET') AS hamlets,
    count(*) FILTER (WHERE below.level = 'HAMLET' AND below.code IN (SELECT code FROM standing WHERE kind = 'COMMUNITY')) AS with_team,
    count(*) FILTER (WHERE below.level = 'COMMUNE') AS communes,
    count(*) FILTER (WHERE below.level = 'COMMUNE'
      AND below.code NOT IN (SELECT left(h.code, 5) FROM below h WHERE h.level = 'HAMLET')) AS unregistered
  FROM below GROUP BY below.place)
SELECT u.code, u.name, u.full_name, u.level, h.hamlets, h.with_team, h.communes, h.unregistered,
  t.kind, t.level AS team_level, coalesce(t.teams, 0) AS teams, coalesce(t.members, 0) AS members
FROM hamlets h
LEFT JOIN teams t ON t.place = h.place
LEFT JOIN (asked CROSS JOIN unit_version u) ON u.code = h.place AND u.valid @> asked.day
ORDER BY length(u.code), u.code, t.kind, t.level
