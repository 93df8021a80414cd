-- What the register counts of itself: no measurement stands behind it.
SELECT f.unit AS at, f.unit, NULL::text AS name, 'OWN' AS scope, t.period AS source, true AS exact, f.own_n AS n, f.own_d AS d, f.own_v AS v,
       f.own_q AS q, f.own_cn AS cn, f.own_cd AS cd, false AS withdrawn, NULL::text AS measurement_id, NULL::integer AS revision,
       NULL::timestamptz AS recorded_at, true AS counts, NULL::text AS passed_over
FROM the t
JOIN facts f ON f.indicator = t.indicator AND f.period = t.period
