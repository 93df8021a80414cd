-- The chosen figures of rows of the rollup as they are compared: the number is dividend / divisor, in percent for indicators in percent.
-- In: {rows} rows of rollup beside their rollup_period p. Out: indicator, period, unit, scope, level, parent, basis, n, d, dividend, divisor.
SELECT r.indicator, r.period, r.unit, x.scope, r.level, r.parent, x.basis, y.n, y.d,
       CASE WHEN z.divisor > 0 THEN z.dividend END AS dividend, CASE WHEN z.dividend IS NOT NULL AND z.divisor > 0 THEN z.divisor END AS divisor
FROM {rows}
CROSS JOIN LATERAL (
  SELECT 'WHOLE' AS scope, r.whole_basis AS basis, r.whole_n AS n, r.whole_d AS d, r.whole_estimate_n AS estimate_n, r.whole_estimate_w AS estimate_w,
         r.whole_stated_n AS stated_n, r.whole_stated_d AS stated_d, r.whole_stated_v AS stated_v
  UNION ALL
  SELECT 'CHILDREN', r.children_basis, r.children_n, r.children_d, r.children_estimate_n, r.children_estimate_w, r.children_stated_n,
         r.children_stated_d, r.children_stated_v
) x
CROSS JOIN LATERAL (
  SELECT CASE x.basis WHEN 'STATED' THEN CASE WHEN p.kind = 'COUNT' THEN x.stated_v ELSE x.stated_n END WHEN 'ESTIMATED' THEN x.estimate_n
                      WHEN 'NONE' THEN NULL ELSE x.n END AS n,
         CASE x.basis WHEN 'STATED' THEN x.stated_d WHEN 'ESTIMATED' THEN x.estimate_w WHEN 'NONE' THEN NULL ELSE x.d END AS d
) y
CROSS JOIN LATERAL (
  SELECT CASE
           WHEN p.kind = 'COUNT' OR x.basis = 'ESTIMATED' THEN y.n
           WHEN p.kind IN ('RATIO', 'FLAG') AND y.n IS NOT NULL AND y.d IS NOT NULL THEN y.n * 100
           WHEN x.basis = 'STATED' AND p.kind = 'FLAG' AND r.level = p.lowest THEN x.stated_v * 100
           WHEN x.basis = 'STATED' THEN x.stated_v
         END AS dividend,
         CASE WHEN p.kind = 'COUNT' THEN 1 WHEN x.basis = 'ESTIMATED' OR (p.kind IN ('RATIO', 'FLAG') AND y.n IS NOT NULL) THEN coalesce(y.d, 1) ELSE 1 END
           AS divisor
) z
WHERE x.scope = 'WHOLE' OR r.level < p.lowest
