-- Where a figure comes from. The choice of step.sql is followed from the unit down: a chosen stated figure stands for all below it, else the own
-- figure and the chosen figures of the children enter. Every fact in reach is told: it enters (CONTRIBUTION) or does not (EXCLUDED, with the reason);
-- and so is every unit that gave nothing (MISSING).
-- In:  {tree}, {given}, {missing}; scope.
-- Out: part, unit, name, level, scope, source (where the figure is of another period), placed_at (where it is carried to another unit), n, d, v, weight, q, absence, measurement_id, revision,
--      recorded_at, reason, by_unit, by_scope.
WITH RECURSIVE {tree},
the AS MATERIALIZED (
  SELECT p.* FROM periods p JOIN pair w ON w.indicator = p.indicator AND w.period = p.period
),
scoped AS (
  SELECT a.unit, ?::text AS scope FROM asked a
),
place AS MATERIALIZED (
  SELECT q.* FROM {expected} CROSS JOIN (
    SELECT a.unit, a.unit_level AS level, (t.reported_by >> a.unit_level & 1) = 1 AS listed, a.unit = a.ancestor AS top, v.name
    FROM the t
    CROSS JOIN asked k
    JOIN unit_ancestor a ON a.ancestor = k.unit AND a.valid_from <= t.closes AND a.valid_to > t.closes
    LEFT JOIN unit_version v ON v.code = a.unit AND v.valid @> t.closes
  ) q
),
weight AS MATERIALIZED (
  SELECT q.* FROM {expected} CROSS JOIN (
    SELECT f.unit, f.own_v,
           CASE f.children_basis WHEN 'STATED' THEN f.children_stated_v ELSE f.children_n END AS children,
           CASE f.whole_basis WHEN 'STATED' THEN f.whole_stated_v ELSE f.whole_n END AS whole
    FROM the t
    JOIN found f ON f.indicator = t.weight AND f.period = t.period
    WHERE t.kind = 'SHARE'
  ) q
),
-- What enters of each unit once it is reached: its stated whole; else its own figure and what is chosen for its children.
node AS MATERIALIZED (
  SELECT q.* FROM {expected} CROSS JOIN (
    SELECT r.unit, r.level, r.parent, k.unit IS NOT NULL AS top, t.kind,
           CASE r.level WHEN 1 THEN r.province_not_applicable WHEN 2 THEN r.district_not_applicable WHEN 3 THEN r.commune_not_applicable ELSE 0 END > 0
             AS excused,
           coalesce(r.own_absence, r.whole_stated_absence) AS absence,
           r.own_n IS NOT NULL OR r.own_v IS NOT NULL AS own_given,
           w.*, r.children_stated_there AS children_there, r.whole_stated_there AS whole_there,
           CASE k.scope WHEN 'WHOLE' THEN r.whole_basis WHEN 'CHILDREN' THEN r.children_basis END AS chosen,
           CASE
             WHEN k.scope = 'WHOLE' THEN r.whole_basis = 'STATED'
             WHEN k.scope IS NOT NULL THEN false
             WHEN t.kind = 'SHARE' THEN r.whole_basis = 'STATED' AND r.whole_stated_v IS NOT NULL AND w.whole_weight IS NOT NULL
             ELSE r.whole_basis = 'STATED' AND z.whole_cn IS NOT NULL
           END AS whole_enters,
           CASE
             WHEN k.scope = 'CHILDREN' THEN r.children_basis = 'STATED'
             WHEN t.kind = 'SHARE' THEN r.children_basis = 'STATED' AND r.children_stated_v IS NOT NULL AND w.children_weight IS NOT NULL
             ELSE r.children_basis = 'STATED' AND f.children_cn IS NOT NULL
           END AS children_enter,
           CASE
             WHEN k.scope = 'CHILDREN' THEN false
             WHEN t.kind = 'SHARE' THEN r.own_v IS NOT NULL AND w.own_weight IS NOT NULL
             ELSE (t.reported_by >> r.level & 1) = 1 AND f.own_cn IS NOT NULL
           END AS own_enters,
           CASE WHEN z.alone THEN 'OWN' ELSE 'WHOLE' END AS whole_scope
    FROM the t
    JOIN found r ON r.indicator = t.indicator AND r.period = t.period
    LEFT JOIN scoped k ON k.unit = r.unit
    LEFT JOIN facts f ON f.indicator = r.indicator AND f.period = r.period AND f.unit = r.unit
    LEFT JOIN weight y ON y.unit = r.unit
    CROSS JOIN LATERAL (
      SELECT CASE WHEN r.level = t.lowest THEN y.whole ELSE y.own_v END AS own_weight, y.children AS children_weight, y.whole AS whole_weight
    ) w
    CROSS JOIN LATERAL (
      SELECT n.alone, CASE WHEN n.alone THEN f.own_cn ELSE f.whole_cn END AS whole_cn
      FROM (SELECT r.level = t.lowest AND f.whole_n IS NULL AND f.whole_v IS NULL AND f.whole_absence IS NULL AS alone) n
    ) z
  ) q
),
answer AS MATERIALIZED (
  SELECT n.chosen FROM node n WHERE n.top
),
-- Down the tree: what lies below a stated figure that enters is closed by it.
walk AS (
  SELECT n.unit, n.chosen <> 'NONE' AS open, n.whole_enters, n.children_enter, NULL::text AS by_unit, NULL::text AS by_scope
  FROM node n
  WHERE n.chosen IS NOT NULL
  UNION ALL
  SELECT n.unit, w.open AND NOT w.whole_enters AND NOT w.children_enter, n.whole_enters, n.children_enter,
         CASE WHEN NOT w.open THEN w.by_unit WHEN w.whole_enters OR w.children_enter THEN w.unit END,
         CASE WHEN NOT w.open THEN w.by_scope WHEN w.whole_enters THEN 'WHOLE' WHEN w.children_enter THEN 'CHILDREN' END
  FROM walk w
  JOIN node n ON n.parent = w.unit
),
given AS MATERIALIZED (
  {given}
),
told AS MATERIALIZED (
  SELECT g.at, g.unit, coalesce(g.name, l.name) AS name, l.level, g.scope, g.source, g.exact, g.n, g.d, g.v, g.q, g.cn, g.cd, g.withdrawn,
         g.measurement_id, g.revision, g.recorded_at, w.by_unit, w.by_scope,
         CASE
           WHEN g.n IS NULL AND g.v IS NULL THEN false
           WHEN NOT g.counts THEN false
           WHEN k.scope = 'OWN' THEN l.top AND g.scope = 'OWN'
           WHEN NOT coalesce(w.open, false) THEN false
           WHEN n.whole_enters THEN g.scope = n.whole_scope
           ELSE CASE g.scope WHEN 'OWN' THEN n.own_enters WHEN 'CHILDREN' THEN n.children_enter ELSE false END
         END AS enters,
         -- A figure that enters weighed.
         CASE
           WHEN a.chosen IS DISTINCT FROM 'ESTIMATED' THEN NULL
           WHEN n.whole_enters THEN n.whole_weight
           ELSE CASE g.scope WHEN 'OWN' THEN n.own_weight WHEN 'CHILDREN' THEN n.children_weight END
         END AS weight,
         CASE
           WHEN g.n IS NULL AND g.v IS NULL THEN 'WITHDRAWN'
           WHEN NOT g.counts THEN g.passed_over
           WHEN l.top AND (k.scope = 'OWN' OR (k.scope = 'CHILDREN' AND g.scope <> 'CHILDREN')) THEN 'OTHER_SCOPE'
           WHEN n.unit IS NULL OR (g.scope = 'OWN' AND NOT l.listed AND n.kind <> 'SHARE') THEN 'LEVEL_NOT_LISTED'
           WHEN NOT w.open AND w.by_unit IS NOT NULL THEN 'STATED_STANDS_ABOVE'
           WHEN n.whole_enters AND g.scope <> n.whole_scope THEN 'STATED_STANDS_ABOVE'
           WHEN n.kind = 'SHARE' THEN CASE WHEN g.v IS NULL THEN 'NO_COUNTS' ELSE 'NO_WEIGHT' END
           WHEN g.cn IS NULL THEN 'NO_COUNTS'
           WHEN CASE g.scope WHEN 'CHILDREN' THEN n.children_there WHEN 'WHOLE' THEN n.whole_there END IS NOT NULL THEN 'PARTS_INCOMPLETE'
           ELSE 'NOT_CHOSEN'
         END AS reason
  FROM given g
  JOIN place l ON l.unit = g.at
  CROSS JOIN scoped k
  LEFT JOIN node n ON n.unit = g.at
  LEFT JOIN walk w ON w.unit = g.at
  LEFT JOIN answer a ON true
  WHERE (g.n IS NOT NULL OR g.v IS NOT NULL OR g.withdrawn) AND (k.scope <> 'OWN' OR (l.top AND g.scope = 'OWN'))
),
items AS (
  SELECT t.indicator, t.period, p.unit, p.level, t.closes, t.reported_by
  FROM the t
  JOIN place p ON p.top
),
silent AS (
  {missing}
),
lacking AS MATERIALIZED (
  SELECT unnest(s.codes) AS unit FROM silent s
),
withdrawn AS MATERIALIZED (
  SELECT DISTINCT g.at AS unit FROM told g WHERE g.withdrawn
),
missing AS (
  SELECT l.unit,
         CASE
           WHEN n.absence IS NOT NULL THEN n.absence
           WHEN w.unit IS NOT NULL THEN 'WITHDRAWN'
           ELSE 'MISSING'
         END AS reason
  FROM lacking l
  LEFT JOIN node n ON n.unit = l.unit
  LEFT JOIN withdrawn w ON w.unit = l.unit
  UNION ALL
  SELECT n.unit, CASE WHEN n.excused THEN 'NOT_APPLICABLE' ELSE 'OWN_NOT_GIVEN' END
  FROM node n
  JOIN place p ON p.unit = n.unit AND p.listed
  LEFT JOIN walk w ON w.unit = n.unit
  WHERE (n.excused OR (coalesce(w.open, false) AND NOT n.whole_enters AND NOT n.own_given)) AND n.unit NOT IN (SELECT unit FROM lacking)
)
SELECT CASE WHEN g.enters THEN 'CONTRIBUTION' ELSE 'EXCLUDED' END AS part, g.unit, g.name, g.level, g.scope,
       CASE WHEN NOT g.exact THEN g.source END AS source, nullif(g.at, g.unit) AS placed_at,
       CASE WHEN g.enters AND g.cd IS NOT NULL THEN g.cn ELSE g.n END AS n, CASE WHEN g.enters THEN coalesce(g.cd, g.d) ELSE g.d END AS d, g.v,
       CASE WHEN g.enters THEN g.weight END AS weight, g.q, g.measurement_id, g.revision, g.recorded_at,
       CASE WHEN NOT g.enters THEN g.reason END AS reason,
       CASE WHEN NOT g.enters AND g.reason = 'STATED_STANDS_ABOVE' THEN coalesce(g.by_unit, g.unit) END AS by_unit,
       CASE WHEN NOT g.enters AND g.reason = 'STATED_STANDS_ABOVE' THEN coalesce(g.by_scope, 'WHOLE') END AS by_scope
FROM told g
UNION ALL
SELECT 'MISSING', m.unit, p.name, p.level, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, m.reason, NULL, NULL
FROM missing m
JOIN place p ON p.unit = m.unit
CROSS JOIN scoped k
WHERE CASE k.scope WHEN 'WHOLE' THEN true WHEN 'CHILDREN' THEN NOT p.top ELSE p.top END
ORDER BY 1, 2, 5, 6
