-- What the register counts in communes on the closing day: community teams, their members, hamlets and hamlets with a team. A commune of which the
-- register knows neither hamlet nor team has no figure, which is not zero. In: {periods}, {keys}. Out: as rollup/effective.sql.
SELECT k.indicator, k.period, k.unit,
       h.with_team AS own_n, h.hamlets AS own_d, h.counted AS own_v, coalesce(h.counted, h.with_team) AS own_cn, h.hamlets AS own_cd,
       0::smallint AS own_q, NULL::text AS own_absence, NULL::text AS own_from,
       NULL::numeric AS children_n, NULL::numeric AS children_d, NULL::numeric AS children_v, NULL::numeric AS children_cn,
       NULL::numeric AS children_cd, 0::smallint AS children_q, NULL::text AS children_absence, NULL::text AS children_from,
       NULL::numeric AS whole_n, NULL::numeric AS whole_d, NULL::numeric AS whole_v, NULL::numeric AS whole_cn, NULL::numeric AS whole_cd,
       0::smallint AS whole_q, NULL::text AS whole_absence, NULL::text AS whole_from, true AS number, true AS own_number
FROM {keys} k
JOIN {periods} p ON p.indicator = k.indicator AND p.period = k.period
CROSS JOIN LATERAL (
  SELECT (CASE WHEN k.indicator = 'REG-HAMLETS' THEN r.with_team END)::numeric AS with_team,
         (CASE WHEN k.indicator = 'REG-HAMLETS' THEN r.hamlets END)::numeric AS hamlets,
         (CASE k.indicator WHEN 'REG-TEAMS' THEN r.teams WHEN 'REG-MEMBERS' THEN r.members END)::numeric AS counted
  FROM (
    SELECT count(DISTINCT s.hamlet) AS hamlets, count(DISTINCT s.hamlet) FILTER (WHERE t.team IS NOT NULL) AS with_team,
           count(DISTINCT t.team) AS teams,
           coalesce((SELECT sum(z.members) FROM team_size z WHERE z.valid @> p.closes AND z.team = ANY (array_agg(DISTINCT t.team))), 0) AS members
    FROM (
      SELECT k.unit AS place, NULL AS hamlet
      UNION ALL
      SELECT v.code, v.code FROM unit_version v WHERE v.parent_code = k.unit AND v.level = 4 AND v.valid @> p.closes
    ) s
    LEFT JOIN (
      SELECT tp.unit, tp.team FROM team_placement tp JOIN team ON team.id = tp.team AND team.kind = 'COMMUNITY' WHERE tp.valid @> p.closes
    ) t ON t.unit = s.place
  ) r
  WHERE r.hamlets > 0 OR (r.teams > 0 AND k.indicator <> 'REG-HAMLETS')
) h
WHERE k.level = 3
