-- What the register counts in communes on the closing day: community teams, their members, hamlets and hamlets with a team, and members beside the
-- people of the commune. A commune of which the register knows neither hamlet nor team has no figure, which is not zero; nor has one, per 100
-- people, whose people nobody has counted. In: {periods}, {keys}. Out: as rollup/effective.sql. Each commune and day is counted by itself, by
-- indexes: nobody can tell the planner how many there will be, and joins of what it takes for one row would be squares of thousands.
WITH place_day AS MATERIALIZED (
  SELECT k.unit, p.closes, array_agg(k.indicator) AS indicators, array_agg(k.period) AS periods
  FROM {keys} k
  JOIN {periods} p ON p.indicator = k.indicator AND p.period = k.period
  WHERE k.level = 3
  GROUP BY k.unit, p.closes
)
SELECT k.indicator, k.period, d.unit,
       x.n AS own_n, x.d AS own_d, x.v AS own_v, coalesce(x.v, x.n) AS own_cn, x.d AS own_cd,
       x.q AS own_q, NULL::text AS own_absence, NULL::text AS own_from,
       NULL::numeric AS children_n, NULL::numeric AS children_d, NULL::numeric AS children_v, NULL::numeric AS children_cn,
       NULL::numeric AS children_cd, 0::smallint AS children_q, NULL::text AS children_absence, NULL::text AS children_from,
       NULL::numeric AS whole_n, NULL::numeric AS whole_d, NULL::numeric AS whole_v, NULL::numeric AS whole_cn, NULL::numeric AS whole_cd,
       0::smallint AS whole_q, NULL::text AS whole_absence, NULL::text AS whole_from, true AS number, true AS own_number,
       NULL::smallint AS own_there, NULL::boolean AS own_carried, NULL::smallint AS children_there, NULL::boolean AS children_carried,
       NULL::smallint AS whole_there, NULL::boolean AS whole_carried
FROM place_day d
CROSS JOIN LATERAL (
  SELECT count(DISTINCT s.hamlet) AS hamlets, count(DISTINCT s.hamlet) FILTER (WHERE t.team IS NOT NULL) AS with_team,
         count(DISTINCT t.team) AS teams, array_agg(DISTINCT t.team) FILTER (WHERE t.team IS NOT NULL) AS stood
  FROM (
    SELECT d.unit AS place, NULL AS hamlet
    UNION ALL
    SELECT v.code, v.code FROM unit_version v WHERE v.parent_code = d.unit AND v.level = 4 AND v.valid @> d.closes
  ) s
  LEFT JOIN LATERAL (
    SELECT tp.team
    FROM team_placement tp
    JOIN team ON team.id = tp.team AND team.kind = 'COMMUNITY'
    WHERE tp.unit = s.place AND tp.valid @> d.closes
  ) t ON true
) r
CROSS JOIN LATERAL (
  SELECT coalesce(sum(z.members), 0) AS members FROM team_size z WHERE z.team = ANY (r.stood) AND z.valid @> d.closes
) m
-- The newest count of the same people, of the day or before.
LEFT JOIN LATERAL (
  SELECT f.value, f.qualifiers
  FROM registry_population p
  JOIN fact f ON f.indicator = p.indicator AND f.unit = d.unit AND f.scope IN ('OWN', 'WHOLE') AND NOT f.withdrawn AND f.value IS NOT NULL
  JOIN rollup_period s ON s.indicator = f.indicator AND s.period = f.period AND s.closes <= d.closes
  WHERE EXISTS (SELECT FROM unit_life l WHERE l.unit = d.unit AND l.valid_from <= s.closes AND l.valid_to > d.closes)
  ORDER BY s.closes DESC, s.starts DESC, f.scope
  LIMIT 1
) h ON 'REG-MEMBERS-100' = ANY (d.indicators)
CROSS JOIN LATERAL unnest(d.indicators, d.periods) AS k (indicator, period)
CROSS JOIN LATERAL (
  SELECT (CASE k.indicator WHEN 'REG-HAMLETS' THEN r.with_team WHEN 'REG-MEMBERS-100' THEN m.members END)::numeric AS n,
         (CASE k.indicator WHEN 'REG-HAMLETS' THEN r.hamlets WHEN 'REG-MEMBERS-100' THEN h.value END)::numeric AS d,
         (CASE k.indicator WHEN 'REG-TEAMS' THEN r.teams WHEN 'REG-MEMBERS' THEN m.members END)::numeric AS v,
         -- What is divided by about so many is about so much.
         (CASE WHEN k.indicator = 'REG-MEMBERS-100' AND h.qualifiers > 0 THEN 2 ELSE 0 END)::smallint AS q
) x
WHERE (r.hamlets > 0 OR r.teams > 0)
  AND CASE k.indicator WHEN 'REG-HAMLETS' THEN r.hamlets > 0 WHEN 'REG-MEMBERS-100' THEN coalesce(h.value > 0, false) ELSE true END
