-- The facts that the figures at or below the unit are made of (effective.sql names them), and every other published figure there of the period itself
-- or of one that it may be made of. Carried ones bear the code of the unit that they were published for; at is the unit whose figure they are part of.
WITH traced AS (
  SELECT e.unit AS at, x.scope, split_part(y.fact, '@', 1) AS unit, split_part(y.fact, '@', 2) AS period
  FROM the t
  JOIN facts e ON e.indicator = t.indicator AND e.period = t.period
  CROSS JOIN LATERAL (VALUES ('OWN', e.own_trail), ('CHILDREN', e.children_trail), ('WHOLE', e.whole_trail)) AS x (scope, trail)
  CROSS JOIN LATERAL string_to_table(x.trail, ' ') AS y (fact)
),
reached AS (
  SELECT r.at, r.scope, r.unit, r.period, true AS counts FROM traced r
  UNION ALL
  SELECT l.unit, f.scope, f.unit, f.period, false
  FROM the t
  JOIN rollup_period s ON s.indicator = t.indicator
    AND CASE t.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= t.starts AND s.closes <= t.closes
    AND (s.period = t.period OR t.nature = 'STOCK' OR (t.kind IN ('RATIO', 'COUNT') AND s.period_kind IN ('MONTH', 'QUARTER', 'HALF')))
  JOIN fact f ON f.indicator = s.indicator AND f.period = s.period
  JOIN place l ON l.unit = f.unit
  LEFT JOIN traced r ON r.scope = f.scope AND r.unit = f.unit AND r.period = f.period
  WHERE r.unit IS NULL AND (NOT f.withdrawn OR s.period = t.period)
)
SELECT g.at, g.unit, CASE WHEN g.at <> g.unit THEN v.name END AS name, g.scope, g.source, g.exact, g.n, g.d, g.v, g.q, g.cn, g.cd, g.withdrawn,
       g.measurement_id, g.revision, g.recorded_at, g.counts,
       CASE
         WHEN g.withdrawn THEN 'WITHDRAWN'
         WHEN NOT g.exact AND NOT EXISTS (
           SELECT FROM unit_life u WHERE u.unit = g.unit AND u.valid_from <= g.closes AND u.valid_to > g.whole_closes) THEN 'OTHER_UNIT_THEN'
         WHEN bool_or(g.exact AND g.speaks) OVER (PARTITION BY g.at, g.scope) THEN 'OTHER_PERIOD_REPORTED'
         WHEN g.nature = 'STOCK' THEN 'LATER_STATE_COUNTS'
         WHEN g.cn IS NULL THEN 'NO_COUNTS'
         WHEN bool_or(g.counts) OVER (PARTITION BY g.at, g.scope) THEN 'OTHER_PARTS_ADDED'
         ELSE 'PARTS_INCOMPLETE'
       END AS passed_over
FROM (
  SELECT r.at, r.unit, r.scope, r.period AS source, r.period = t.period AS exact, r.counts, t.nature, s.closes, t.closes AS whole_closes,
         f.numerator AS n, f.denominator AS d, f.value AS v, f.qualifiers AS q, f.withdrawn, f.measurement_id, f.revision, f.recorded_at,
         NOT f.withdrawn AND (f.numerator IS NOT NULL OR f.value IS NOT NULL OR coalesce(f.absence = 'NOT_APPLICABLE', false)) AS speaks,
         CASE
           WHEN t.kind = 'COUNT' THEN f.value
           WHEN t.kind IN ('RATIO', 'FLAG') AND f.numerator IS NOT NULL AND f.denominator IS NOT NULL THEN f.numerator
           WHEN t.kind = 'FLAG' AND f.scope = 'OWN' THEN f.value
         END AS cn,
         CASE
           WHEN t.kind IN ('RATIO', 'FLAG') AND f.numerator IS NOT NULL AND f.denominator IS NOT NULL THEN f.denominator
           WHEN t.kind = 'FLAG' AND f.scope = 'OWN' AND f.value IS NOT NULL THEN 1
         END AS cd
  FROM the t
  CROSS JOIN reached r
  JOIN fact f ON f.indicator = t.indicator AND f.period = r.period AND f.unit = r.unit AND f.scope = r.scope
  JOIN rollup_period s ON s.indicator = t.indicator AND s.period = r.period
) g
LEFT JOIN unit_version v ON g.at <> g.unit AND v.code = g.unit AND v.valid @> g.closes
