-- THE DEFINITION OF A ROLLUP (docs/adr/0001): what the facts of an indicator and period add up to for the units of one level, from their own
-- facts and the rows of the levels below. Bottom up, a step a level, is the whole.
-- In:  {level}; {periods} like rollup_period; {keys} indicator, period, unit, level, parent; {facts} as effective.sql gives them;
--      {below} and {weights} like rollup.
-- Out: rows of rollup. Every stage is fenced: flattened into one another their expressions multiply, and planning takes longer than the work.
WITH below AS (
  SELECT k.indicator, k.period, k.unit, k.level, k.parent,
         sum(r.whole_reporting)::integer AS reporting, sum(r.up_counted)::integer AS counted, sum(r.not_applicable)::integer AS not_applicable,
         sum(r.up_n) AS n, sum(r.up_d) AS d, bit_or(r.up_q) AS q,
         sum(r.up_estimate_n) AS estimate_n, sum(r.up_estimate_w) AS estimate_w, bit_or(r.up_estimate_q) AS estimate_q,
         sum(r.up_estimate_units)::integer AS estimate_units,
         sum(r.province_n) AS province_n, sum(r.province_d) AS province_d, bit_or(r.province_q) AS province_q,
         sum(r.province_reporting)::integer AS province_reporting, sum(r.province_counted)::integer AS province_counted,
         sum(r.province_not_applicable)::integer AS province_not_applicable,
         sum(r.district_n) AS district_n, sum(r.district_d) AS district_d, bit_or(r.district_q) AS district_q,
         sum(r.district_reporting)::integer AS district_reporting, sum(r.district_counted)::integer AS district_counted,
         sum(r.district_not_applicable)::integer AS district_not_applicable,
         sum(r.commune_n) AS commune_n, sum(r.commune_d) AS commune_d, bit_or(r.commune_q) AS commune_q,
         sum(r.commune_reporting)::integer AS commune_reporting, sum(r.commune_counted)::integer AS commune_counted,
         sum(r.commune_not_applicable)::integer AS commune_not_applicable
  FROM {keys} k
  LEFT JOIN {below} r ON r.indicator = k.indicator AND r.period = k.period AND r.parent = k.unit
  WHERE k.level = {level}
  GROUP BY k.indicator, k.period, k.unit, k.level, k.parent
),
-- Facts, children and what is expected side by side. At the lowest level that reports, OWN is also the stated WHOLE (and the other way round).
given AS MATERIALIZED (
  SELECT k.indicator, k.period, k.unit, k.level, k.parent, {level} = p.lowest AS lone,
         f.own_n, f.own_d, f.own_v, coalesce(f.own_q, 0) AS own_q, f.own_absence, f.own_from, coalesce(f.own_number, false) AS own_number,
         f.own_there, f.own_carried,
         CASE WHEN x.listed THEN f.own_cn END AS own_cn, CASE WHEN x.listed THEN f.own_cd END AS own_cd,
         f.children_n AS children_stated_n, f.children_d AS children_stated_d, f.children_v AS children_stated_v,
         coalesce(f.children_q, 0) AS children_stated_q, f.children_absence AS children_stated_absence, f.children_from AS children_stated_from,
         f.children_cn AS children_stated_cn, f.children_cd AS children_stated_cd,
         f.children_there AS children_stated_there, f.children_carried AS children_stated_carried,
         CASE WHEN x.alone THEN f.own_n ELSE f.whole_n END AS whole_stated_n,
         CASE WHEN x.alone THEN f.own_d ELSE f.whole_d END AS whole_stated_d,
         CASE WHEN x.alone THEN f.own_v ELSE f.whole_v END AS whole_stated_v,
         coalesce(CASE WHEN x.alone THEN f.own_q ELSE f.whole_q END, 0) AS whole_stated_q,
         CASE WHEN x.alone THEN f.own_absence ELSE f.whole_absence END AS whole_stated_absence,
         CASE WHEN x.alone THEN f.own_from ELSE f.whole_from END AS whole_stated_from,
         CASE WHEN x.alone THEN f.own_cn ELSE f.whole_cn END AS whole_stated_cn,
         CASE WHEN x.alone THEN f.own_cd ELSE f.whole_cd END AS whole_stated_cd,
         CASE WHEN x.alone THEN f.own_there ELSE f.whole_there END AS whole_stated_there,
         CASE WHEN x.alone THEN f.own_carried ELSE f.whole_carried END AS whole_stated_carried,
         (x.listed AND x.excused)::integer AS own_not_applicable,
         (x.listed AND NOT x.excused)::integer AS own_expected,
         (x.listed AND NOT x.excused AND coalesce(f.number, false))::integer AS own_reporting,
         -- A figure of some of the months enters the sum and completes nothing.
         (x.listed AND f.own_cn IS NOT NULL AND f.own_there IS NULL)::integer AS own_counted,
         (x.listed AND NOT x.excused AND coalesce(f.own_number, false))::integer AS own_answered,
         coalesce(k.not_applicable, 0) AS below_not_applicable,
         (p.reported_by >> 1 & 1) * s.provinces + (p.reported_by >> 2 & 1) * s.districts + (p.reported_by >> 3 & 1) * s.communes
           - x.listed::integer - coalesce(k.not_applicable, 0) AS children_expected,
         coalesce(k.reporting, 0) AS children_reporting, coalesce(k.counted, 0) AS children_counted,
         k.n AS children_n, k.d AS children_d, marks_of_sum(coalesce(k.q, 0)) AS children_q,
         k.estimate_n, k.estimate_w, coalesce(k.estimate_q, 0) AS estimate_q, coalesce(k.estimate_units, 0) AS estimate_units,
         k.province_n, k.province_d, coalesce(k.province_q, 0) AS province_q, coalesce(k.province_reporting, 0) AS province_reporting,
         coalesce(k.province_counted, 0) AS province_counted, coalesce(k.province_not_applicable, 0) AS province_not_applicable,
         k.district_n, k.district_d, coalesce(k.district_q, 0) AS district_q, coalesce(k.district_reporting, 0) AS district_reporting,
         coalesce(k.district_counted, 0) AS district_counted, coalesce(k.district_not_applicable, 0) AS district_not_applicable,
         k.commune_n, k.commune_d, coalesce(k.commune_q, 0) AS commune_q, coalesce(k.commune_reporting, 0) AS commune_reporting,
         coalesce(k.commune_counted, 0) AS commune_counted, coalesce(k.commune_not_applicable, 0) AS commune_not_applicable,
         -- Weights of a SHARE: what the weight indicator says of the unit in the same period.
         CASE WHEN p.kind = 'SHARE' THEN CASE WHEN {level} = p.lowest THEN y.whole ELSE w.own_v END END AS own_weight,
         CASE WHEN p.kind = 'SHARE' THEN y.children END AS children_weight,
         CASE WHEN p.kind = 'SHARE' THEN y.whole END AS whole_weight
  FROM below k
  JOIN {periods} p ON p.indicator = k.indicator AND p.period = k.period
  JOIN unit_size s ON s.unit = k.unit AND s.valid_from <= p.closes AND s.valid_to > p.closes
  LEFT JOIN {facts} f ON f.indicator = k.indicator AND f.period = k.period AND f.unit = k.unit
  LEFT JOIN {weights} w ON p.kind = 'SHARE' AND w.indicator = p.weight AND w.period = k.period AND w.unit = k.unit
  CROSS JOIN LATERAL (
    SELECT (p.reported_by >> {level} & 1) = 1 AS listed,
           {level} = p.lowest AND f.whole_n IS NULL AND f.whole_v IS NULL AND f.whole_absence IS NULL AS alone,
           coalesce(f.own_absence = 'NOT_APPLICABLE' OR (f.whole_absence = 'NOT_APPLICABLE' AND NOT f.own_number), false) AS excused
  ) x
  CROSS JOIN LATERAL (
    SELECT CASE w.children_basis WHEN 'STATED' THEN w.children_stated_v ELSE w.children_n END AS children,
           CASE w.whole_basis WHEN 'STATED' THEN w.whole_stated_v ELSE w.whole_n END AS whole
  ) y
),
-- One rule chooses, for the children here and for the whole below. What is stated of some of the months only is shown and never chosen.
children AS MATERIALIZED (
  SELECT g.*,
         CASE
           WHEN g.children_counted = g.children_expected AND g.children_expected > 0 THEN 'COMPUTED'
           WHEN g.children_stated_there IS NULL AND (g.children_stated_v IS NOT NULL OR g.children_stated_cn IS NOT NULL) THEN 'STATED'
           WHEN g.children_n IS NOT NULL THEN 'PARTIAL'
           WHEN g.estimate_w > 0 THEN 'ESTIMATED'
           ELSE 'NONE'
         END AS children_basis
  FROM given g
),
summed AS MATERIALIZED (
  SELECT c.*,
         CASE WHEN t.stated THEN c.children_stated_cn ELSE c.children_n END AS part_n,
         CASE WHEN t.stated THEN c.children_stated_cd ELSE c.children_d END AS part_d,
         CASE WHEN t.stated THEN c.children_stated_q ELSE c.children_q END AS part_q,
         CASE WHEN t.stated THEN c.children_expected ELSE c.children_counted END AS part_counted,
         CASE WHEN t.weighed THEN c.children_stated_v * c.children_weight ELSE c.estimate_n END AS part_estimate_n,
         CASE WHEN t.weighed THEN c.children_weight ELSE c.estimate_w END AS part_estimate_w,
         CASE WHEN t.weighed THEN c.children_stated_q ELSE c.estimate_q END AS part_estimate_q,
         CASE WHEN t.weighed THEN 1 ELSE c.estimate_units END AS part_estimate_units,
         c.own_v IS NOT NULL AND c.own_weight IS NOT NULL AS own_weighed
  FROM children c
  CROSS JOIN LATERAL (
    SELECT c.children_basis = 'STATED' AND c.children_stated_cn IS NOT NULL AS stated,
           c.children_basis = 'STATED' AND c.children_stated_v IS NOT NULL AND c.children_weight IS NOT NULL AS weighed
  ) t
),
whole AS MATERIALIZED (
  SELECT s.*,
         s.own_expected + s.children_expected AS whole_expected,
         s.own_reporting + s.children_reporting AS whole_reporting,
         s.own_counted + s.part_counted AS whole_counted,
         CASE WHEN s.own_cn IS NOT NULL OR s.part_n IS NOT NULL THEN coalesce(s.own_cn, 0) + coalesce(s.part_n, 0) END AS whole_n,
         CASE WHEN s.own_cd IS NOT NULL OR s.part_d IS NOT NULL THEN coalesce(s.own_cd, 0) + coalesce(s.part_d, 0) END AS whole_d,
         CASE
           WHEN s.own_cn IS NOT NULL AND s.lone THEN s.own_q
           ELSE marks_of_sum(CASE WHEN s.own_cn IS NULL THEN 0 ELSE s.own_q END | CASE WHEN s.part_n IS NULL THEN 0 ELSE s.part_q END)
         END AS whole_q,
         CASE WHEN s.own_weighed THEN s.own_v * s.own_weight + coalesce(s.part_estimate_n, 0) ELSE s.part_estimate_n END AS whole_estimate_n,
         CASE WHEN s.own_weighed THEN s.own_weight + coalesce(s.part_estimate_w, 0) ELSE s.part_estimate_w END AS whole_estimate_w,
         marks_of_sum(CASE WHEN s.own_weighed THEN s.own_q ELSE 0 END | s.part_estimate_q) AS whole_estimate_q,
         s.own_weighed::integer + s.part_estimate_units AS whole_estimate_units
  FROM summed s
),
chosen AS MATERIALIZED (
  SELECT w.*,
         CASE
           WHEN w.whole_counted = w.whole_expected AND w.whole_expected > 0 THEN 'COMPUTED'
           WHEN w.whole_stated_there IS NULL AND (w.whole_stated_v IS NOT NULL OR w.whole_stated_cn IS NOT NULL) THEN 'STATED'
           WHEN w.whole_n IS NOT NULL THEN 'PARTIAL'
           WHEN w.whole_estimate_w > 0 THEN 'ESTIMATED'
           ELSE 'NONE'
         END AS whole_basis
  FROM whole w
)
SELECT c.indicator, c.period, c.unit, c.level, c.parent,
       c.own_n, c.own_d, c.own_v, c.own_q, c.own_absence, c.own_from,
       c.children_basis, c.children_n, c.children_d, c.children_q,
       c.children_stated_n, c.children_stated_d, c.children_stated_v, c.children_stated_q, c.children_stated_absence, c.children_stated_from,
       c.children_expected, c.children_reporting, c.children_counted,
       c.estimate_n AS children_estimate_n, c.estimate_w AS children_estimate_w, marks_of_sum(c.estimate_q) AS children_estimate_q,
       c.estimate_units AS children_estimate_units,
       c.whole_basis, c.whole_n, c.whole_d, c.whole_q,
       c.whole_stated_n, c.whole_stated_d, c.whole_stated_v, c.whole_stated_q, c.whole_stated_absence, c.whole_stated_from,
       c.whole_expected, c.whole_reporting, c.whole_counted,
       c.whole_estimate_n, c.whole_estimate_w, c.whole_estimate_q, c.whole_estimate_units,
       c.own_not_applicable + c.below_not_applicable AS not_applicable,
       -- What goes further up.
       CASE WHEN u.stated THEN c.whole_stated_cn ELSE c.whole_n END AS up_n,
       CASE WHEN u.stated THEN c.whole_stated_cd ELSE c.whole_d END AS up_d,
       CASE WHEN u.stated THEN c.whole_stated_q ELSE c.whole_q END AS up_q,
       CASE WHEN u.stated THEN c.whole_expected ELSE c.whole_counted END AS up_counted,
       CASE WHEN u.weighed THEN c.whole_stated_v * c.whole_weight ELSE c.whole_estimate_n END AS up_estimate_n,
       CASE WHEN u.weighed THEN c.whole_weight ELSE c.whole_estimate_w END AS up_estimate_w,
       CASE WHEN u.weighed THEN c.whole_stated_q ELSE c.whole_estimate_q END AS up_estimate_q,
       CASE WHEN u.weighed THEN 1 ELSE c.whole_estimate_units END AS up_estimate_units,
       -- The OWN values by level.
       CASE WHEN {level} = 1 THEN c.own_cn ELSE c.province_n END AS province_n,
       CASE WHEN {level} = 1 THEN c.own_cd ELSE c.province_d END AS province_d,
       CASE WHEN {level} <> 1 THEN c.province_q WHEN c.own_cn IS NULL THEN 0 ELSE marks_of_sum(c.own_q) END::smallint AS province_q,
       CASE WHEN {level} = 1 THEN c.own_answered ELSE c.province_reporting END AS province_reporting,
       CASE WHEN {level} = 1 THEN c.own_counted ELSE c.province_counted END AS province_counted,
       CASE WHEN {level} = 1 THEN c.own_not_applicable ELSE c.province_not_applicable END AS province_not_applicable,
       CASE WHEN {level} = 2 THEN c.own_cn ELSE c.district_n END AS district_n,
       CASE WHEN {level} = 2 THEN c.own_cd ELSE c.district_d END AS district_d,
       CASE WHEN {level} <> 2 THEN c.district_q WHEN c.own_cn IS NULL THEN 0 ELSE marks_of_sum(c.own_q) END::smallint AS district_q,
       CASE WHEN {level} = 2 THEN c.own_answered ELSE c.district_reporting END AS district_reporting,
       CASE WHEN {level} = 2 THEN c.own_counted ELSE c.district_counted END AS district_counted,
       CASE WHEN {level} = 2 THEN c.own_not_applicable ELSE c.district_not_applicable END AS district_not_applicable,
       CASE WHEN {level} = 3 THEN c.own_cn ELSE c.commune_n END AS commune_n,
       CASE WHEN {level} = 3 THEN c.own_cd ELSE c.commune_d END AS commune_d,
       CASE WHEN {level} <> 3 THEN c.commune_q WHEN c.own_cn IS NULL THEN 0 ELSE marks_of_sum(c.own_q) END::smallint AS commune_q,
       CASE WHEN {level} = 3 THEN c.own_answered ELSE c.commune_reporting END AS commune_reporting,
       CASE WHEN {level} = 3 THEN c.own_counted ELSE c.commune_counted END AS commune_counted,
       CASE WHEN {level} = 3 THEN c.own_not_applicable ELSE c.commune_not_applicable END AS commune_not_applicable,
       c.own_there, c.own_carried, c.children_stated_there, c.children_stated_carried, c.whole_stated_there, c.whole_stated_carried
FROM chosen c
CROSS JOIN LATERAL (
  SELECT c.whole_basis = 'STATED' AND c.whole_stated_cn IS NOT NULL AS stated,
         c.whole_basis = 'STATED' AND c.whole_stated_v IS NOT NULL AND c.whole_weight IS NOT NULL AS weighed
) u
