-- What units hand up, and what of it is their own. In: {rows} like rollup.
SELECT r.indicator, r.period, r.unit, r.parent, r.level,
       o.n AS own_n, o.d AS own_d, o.q AS own_q, o.reporting AS own_reporting, o.counted AS own_counted, o.not_applicable AS own_not_applicable,
       r.up_n, r.up_d, r.up_q, r.up_counted, r.up_estimate_n, r.up_estimate_w, r.up_estimate_q, r.up_estimate_units,
       r.whole_reporting, r.not_applicable,
       CASE WHEN r.whole_basis = 'STATED' THEN r.whole_stated_v END AS stated_v,
       r.up_counted = r.whole_expected AS covers,
       r.children_counted < r.children_expected AND r.children_expected = r.whole_counted - o.counted AS covers_below
FROM (
  {rows}
) r
CROSS JOIN LATERAL (
  SELECT CASE r.level WHEN 1 THEN r.province_n WHEN 2 THEN r.district_n WHEN 3 THEN r.commune_n END AS n,
         CASE r.level WHEN 1 THEN r.province_d WHEN 2 THEN r.district_d WHEN 3 THEN r.commune_d END AS d,
         CASE r.level WHEN 1 THEN r.province_q WHEN 2 THEN r.district_q WHEN 3 THEN r.commune_q ELSE 0 END AS q,
         CASE r.level WHEN 1 THEN r.province_reporting WHEN 2 THEN r.district_reporting WHEN 3 THEN r.commune_reporting ELSE 0 END AS reporting,
         CASE r.level WHEN 1 THEN r.province_counted WHEN 2 THEN r.district_counted WHEN 3 THEN r.commune_counted ELSE 0 END AS counted,
         CASE r.level WHEN 1 THEN r.province_not_applicable WHEN 2 THEN r.district_not_applicable WHEN 3 THEN r.commune_not_applicable ELSE 0 END
           AS not_applicable
) o
