-- What the register counts in communes on the closing day: community teams, their members, hamlets and hamlets with a team, and members beside the
-- people of the commune. A commune of which the register knows neither hamlet nor team has no figure, which is not zero; nor has one, per 100
-- people, whose people nobody has counted. In: {periods}, {keys}. Out: as rollup/effective.sql.
WITH place_day AS MATERIALIZED (
  SELECT DISTINCT k.unit, p.closes
  FROM {keys} k
  JOIN {periods} p ON p.indicator = k.indicator AND p.period = k.period
  WHERE k.level = 3
),
place AS (
  SELECT unit, closes, unit AS place, NULL AS hamlet FROM place_day
  UNION ALL
  SELECT d.unit, d.closes, v.code, v.code FROM place_day d JOIN unit_version v ON v.parent_code = d.unit AND v.level = 4 AND v.valid @> d.closes
),
stood AS MATERIALIZED (
  SELECT s.unit, s.closes, s.hamlet, t.team
  FROM place s
  LEFT JOIN (
    SELECT tp.unit, tp.team, tp.valid FROM team_placement tp JOIN team ON team.id = tp.team AND team.kind = 'COMMUNITY'
  ) t ON t.unit = s.place AND t.valid @> s.closes
),
member AS (
  SELECT s.unit, s.closes, sum(z.members) AS members
  FROM (SELECT DISTINCT unit, closes, team FROM stood WHERE team IS NOT NULL) s
  JOIN team_size z ON z.team = s.team AND z.valid @> s.closes
  GROUP BY s.unit, s.closes
),
registered AS MATERIALIZED (
  SELECT s.unit, s.closes, s.hamlets, s.with_team, s.teams, coalesce(m.members, 0) AS members
  FROM (
    SELECT unit, closes, count(DISTINCT hamlet) AS hamlets, count(DISTINCT hamlet) FILTER (WHERE team IS NOT NULL) AS with_team,
           count(DISTINCT team) AS teams
    FROM stood
    GROUP BY unit, closes
  ) s
  LEFT JOIN member m ON m.unit = s.unit AND m.closes = s.closes
  WHERE s.hamlets > 0 OR s.teams > 0
),
-- The newest count of the same people, of the day or before.
people AS MATERIALIZED (
  SELECT DISTINCT ON (k.unit, p.closes) k.unit, p.closes, f.value, f.qualifiers
  FROM {keys} k
  JOIN {periods} p ON p.indicator = k.indicator AND p.period = k.period
  CROSS JOIN registry_population r
  JOIN fact f ON f.indicator = r.indicator AND f.unit = k.unit AND f.scope IN ('OWN', 'WHOLE') AND NOT f.withdrawn AND f.value IS NOT NULL
  JOIN rollup_period s ON s.indicator = f.indicator AND s.period = f.period AND s.closes <= p.closes
  WHERE k.indicator = 'REG-MEMBERS-100' AND k.level = 3
    AND EXISTS (SELECT FROM unit_life l WHERE l.unit = k.unit AND l.valid_from <= s.closes AND l.valid_to > p.closes)
  ORDER BY k.unit, p.closes, s.closes DESC, s.starts DESC, f.scope
)
SELECT k.indicator, k.period, k.unit,
       x.n AS own_n, x.d AS own_d, x.v AS own_v, coalesce(x.v, x.n) AS own_cn, x.d AS own_cd,
       x.q AS own_q, NULL::text AS own_absence, NULL::text AS own_from,
       NULL::numeric AS children_n, NULL::numeric AS children_d, NULL::numeric AS children_v, NULL::numeric AS children_cn,
       NULL::numeric AS children_cd, 0::smallint AS children_q, NULL::text AS children_absence, NULL::text AS children_from,
       NULL::numeric AS whole_n, NULL::numeric AS whole_d, NULL::numeric AS whole_v, NULL::numeric AS whole_cn, NULL::numeric AS whole_cd,
       0::smallint AS whole_q, NULL::text AS whole_absence, NULL::text AS whole_from, true AS number, true AS own_number
FROM {keys} k
JOIN {periods} p ON p.indicator = k.indicator AND p.period = k.period
JOIN registered r ON r.unit = k.unit AND r.closes = p.closes
LEFT JOIN people h ON k.indicator = 'REG-MEMBERS-100' AND h.unit = k.unit AND h.closes = p.closes AND h.value > 0
CROSS JOIN LATERAL (
  SELECT (CASE k.indicator WHEN 'REG-HAMLETS' THEN r.with_team WHEN 'REG-MEMBERS-100' THEN r.members END)::numeric AS n,
         (CASE k.indicator WHEN 'REG-HAMLETS' THEN r.hamlets WHEN 'REG-MEMBERS-100' THEN h.value END)::numeric AS d,
         (CASE k.indicator WHEN 'REG-TEAMS' THEN r.teams WHEN 'REG-MEMBERS' THEN r.members END)::numeric AS v,
         -- What is divided by about so many is about so much.
         (CASE WHEN h.qualifiers > 0 THEN 2 ELSE 0 END)::smallint AS q
) x
WHERE k.level = 3
  AND CASE k.indicator WHEN 'REG-HAMLETS' THEN r.hamlets > 0 WHEN 'REG-MEMBERS-100' THEN h.value IS NOT NULL ELSE true END
