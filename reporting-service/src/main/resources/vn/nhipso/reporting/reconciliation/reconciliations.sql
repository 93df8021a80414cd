-- Where what a unit states and what is added up below it differ, from the kept rollups. What is stated of some of the months only, or a percentage
-- beside counts that are zero, is compared with nothing.
-- In:  periods; indicators or null; {units} the units in question; scope or null; kinds or null; whether to sort by the difference itself; the key of
--      the last item before, or nulls; how many. {missing} says who is missing of items.
-- Out: a row a difference, largest first.
WITH side AS (
  SELECT r.indicator, r.period, r.unit, r.level, p.closes, p.reported_by, p.kind, d.name_vi, d.name_en, d.unit_of_measure,
         p.kind IN ('RATIO', 'FLAG') OR (p.kind = 'SHARE' AND d.unit_of_measure = '%') AS in_percent, x.*
  FROM rollup_period p
  JOIN definition d ON d.code = p.indicator AND d.version = p.version
  JOIN rollup r ON r.indicator = p.indicator AND r.period = p.period
  {units}
  CROSS JOIN LATERAL (
    SELECT 'CHILDREN' AS scope, r.children_stated_n AS stated_n, r.children_stated_d AS stated_d, r.children_stated_v AS stated_v,
           r.children_stated_q AS stated_q, r.children_stated_from AS stated_from, r.children_stated_there AS there,
           CASE WHEN p.kind = 'SHARE' THEN r.children_estimate_n ELSE r.children_n END AS n,
           CASE WHEN p.kind = 'SHARE' THEN r.children_estimate_w ELSE r.children_d END AS d,
           CASE WHEN p.kind = 'SHARE' THEN r.children_estimate_q ELSE r.children_q END AS q,
           r.children_expected AS expected, r.children_reporting AS reporting, r.children_counted AS counted
    UNION ALL
    SELECT 'WHOLE', r.whole_stated_n, r.whole_stated_d, r.whole_stated_v, r.whole_stated_q, r.whole_stated_from, r.whole_stated_there,
           CASE WHEN p.kind = 'SHARE' THEN r.whole_estimate_n ELSE r.whole_n END,
           CASE WHEN p.kind = 'SHARE' THEN r.whole_estimate_w ELSE r.whole_d END,
           CASE WHEN p.kind = 'SHARE' THEN r.whole_estimate_q ELSE r.whole_q END,
           r.whole_expected, r.whole_reporting, r.whole_counted
  ) x
  WHERE p.period = ANY (?::text[]) AND (?::text[] IS NULL OR p.indicator = ANY (?::text[])) AND (?::text IS NULL OR x.scope = ?)
    AND x.n IS NOT NULL AND x.there IS NULL AND (x.stated_v IS NOT NULL OR x.stated_d IS NOT NULL)
    -- A yes of the lowest level is no percentage, and its own.
    AND NOT (p.kind = 'FLAG' AND r.level = p.lowest AND x.stated_d IS NULL)
),
-- Both as exact fractions: nothing is rounded before it is compared.
compared AS (
  SELECT s.*, f.*,
         s.expected > 0 AND s.counted = s.expected AS complete,
         CASE
           WHEN s.kind = 'COUNT' THEN s.n > s.stated_v
           WHEN s.kind IN ('RATIO', 'FLAG') AND s.stated_n IS NOT NULL AND s.stated_d IS NOT NULL THEN s.n > s.stated_n OR s.d > s.stated_d
           ELSE false
         END AS exceeds
  FROM side s
  CROSS JOIN LATERAL (
    SELECT CASE WHEN s.kind IN ('RATIO', 'FLAG') AND s.stated_n IS NOT NULL AND s.stated_d IS NOT NULL THEN s.stated_n * 100 ELSE s.stated_v END AS a,
           CASE WHEN s.kind IN ('RATIO', 'FLAG') AND s.stated_n IS NOT NULL AND s.stated_d IS NOT NULL THEN s.stated_d ELSE 1 END AS b,
           CASE WHEN s.kind IN ('RATIO', 'FLAG') THEN s.n * 100 ELSE s.n END AS c,
           CASE WHEN s.kind = 'COUNT' THEN 1 ELSE s.d END AS e
  ) f
  WHERE f.a IS NOT NULL AND f.b > 0 AND f.e > 0
),
judged AS (
  SELECT c.*,
         CASE
           WHEN c.complete THEN 'DIFFERENCE'
           WHEN c.exceeds THEN 'PARTS_EXCEED_STATED'
           WHEN c.kind = 'SHARE' THEN 'ESTIMATE_DIFFERS'
           ELSE 'PARTS_INCOMPLETE'
         END AS found,
         CASE WHEN c.complete THEN 1 WHEN c.exceeds THEN 2 WHEN c.kind = 'SHARE' THEN 3 ELSE 4 END AS place,
         abs(c.a / c.b - c.c / c.e) AS size,
         CASE
           WHEN c.in_percent THEN abs(c.a / c.b - c.c / c.e)
           ELSE abs(c.a / c.b - c.c / c.e) * 100 / greatest(abs(c.a / c.b), abs(c.c / c.e))
         END AS deviation
  FROM compared c
  -- Also where the percentages happen to agree: 1 of 2 is not 50 of 100.
  WHERE c.a * c.e <> c.c * c.b
    OR (c.kind IN ('RATIO', 'FLAG') AND c.stated_n IS NOT NULL AND c.stated_d IS NOT NULL AND (c.stated_n <> c.n OR c.stated_d <> c.d))
),
ordered AS (
  SELECT j.*, round(CASE WHEN ? THEN j.size ELSE j.deviation END, 12) AS weight FROM judged j WHERE ?::text[] IS NULL OR j.found = ANY (?::text[])
),
page AS MATERIALIZED (
  SELECT * FROM ordered o
  WHERE ?::integer IS NULL OR (o.place, -o.weight, o.indicator, o.period, o.unit, o.scope) > (?::integer, -?::numeric, ?::text, ?::text, ?::text, ?::text)
  ORDER BY o.place, -o.weight, o.indicator, o.period, o.unit, o.scope
  LIMIT ?
),
items AS (
  SELECT DISTINCT p.indicator, p.period, p.unit, p.level, p.closes, p.reported_by FROM page p WHERE p.reporting < p.expected
),
missing AS (
  {missing}
)
SELECT p.*, m.codes AS missing, v.name
FROM page p
LEFT JOIN missing m ON m.indicator = p.indicator AND m.period = p.period AND m.unit = p.unit
LEFT JOIN unit_version v ON v.code = p.unit AND v.valid @> p.closes
ORDER BY p.place, -p.weight, p.indicator, p.period, p.unit, p.scope
