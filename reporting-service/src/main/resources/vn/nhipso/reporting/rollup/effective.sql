-- The figure of a unit and scope that counts for a period: the reported one; else, of a STOCK, the last inside the period; else, of a FLOW,
-- the sum of its months where all are there, else of its quarters, else of its halves. Words alone never hide a number.
-- In:  {periods} like rollup_period; {keys} indicator, period, unit.
-- Out: a row a unit with own_, children_ and whole_: n, d, v as reported, cn, cd what enters a sum, q marks, absence, source, number.
WITH source AS (
  SELECT p.indicator, p.period, p.nature, p.kind, p.months AS whole_months, p.period_kind AS whole_kind, p.closes AS whole_closes,
         s.period AS source, s.period_kind, s.closes, s.starts, s.period = p.period AS exact,
         (extract(month FROM s.closes)::integer - 1) / 3 AS quarter, (extract(month FROM s.closes)::integer - 1) / 6 AS half
  FROM {periods} p
  JOIN rollup_period s ON s.indicator = p.indicator
    -- A state is that of its last day, however long the period that it is given for.
    AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
  WHERE s.period = p.period OR p.nature = 'STOCK' OR (p.kind IN ('RATIO', 'COUNT') AND s.period_kind IN ('MONTH', 'QUARTER', 'HALF'))
),
-- Fenced, so that facts are looked up by their key and never read as a whole.
looked_up AS MATERIALIZED (
  SELECT s.*, k.unit FROM {keys} k JOIN source s ON s.indicator = k.indicator AND s.period = k.period
),
candidate AS (
  SELECT s.indicator, s.period, s.unit, f.scope, s.nature, s.whole_months, s.whole_kind, s.source, s.period_kind, s.closes, s.starts, s.exact,
         s.quarter, s.half, f.numerator AS n, f.denominator AS d, f.value AS v, f.qualifiers AS q, f.absence,
         f.numerator IS NOT NULL OR f.value IS NOT NULL AS number,
         CASE
           WHEN s.kind = 'COUNT' THEN f.value
           WHEN s.kind IN ('RATIO', 'FLAG') AND f.numerator IS NOT NULL AND f.denominator IS NOT NULL THEN f.numerator
           WHEN s.kind = 'FLAG' AND f.scope = 'OWN' THEN f.value
         END AS cn,
         CASE
           WHEN s.kind IN ('RATIO', 'FLAG') AND f.numerator IS NOT NULL AND f.denominator IS NOT NULL THEN f.denominator
           WHEN s.kind = 'FLAG' AND f.scope = 'OWN' AND f.value IS NOT NULL THEN 1
         END AS cd
  FROM looked_up s
  JOIN fact f ON f.indicator = s.indicator AND f.period = s.source AND f.unit = s.unit
  WHERE NOT f.withdrawn
    -- A figure of another day is this unit's only where the code meant the same unit on both days.
    AND (s.exact OR EXISTS (
      SELECT FROM unit_life l
      WHERE l.unit = s.unit AND l.valid_from <= s.closes AND l.valid_to > s.whole_closes))
),
by_quarter AS (
  SELECT indicator, period, unit, scope, whole_months, whole_kind, half, quarter,
         count(*) FILTER (WHERE period_kind = 'MONTH') AS months,
         sum(cn) FILTER (WHERE period_kind = 'MONTH') AS months_n,
         sum(cd) FILTER (WHERE period_kind = 'MONTH') AS months_d,
         coalesce(bit_or(q) FILTER (WHERE period_kind = 'MONTH'), 0) AS months_q,
         count(*) FILTER (WHERE period_kind = 'QUARTER') AS quarters,
         sum(cn) FILTER (WHERE period_kind = 'QUARTER') AS quarter_n,
         sum(cd) FILTER (WHERE period_kind = 'QUARTER') AS quarter_d,
         coalesce(bit_or(q) FILTER (WHERE period_kind = 'QUARTER'), 0) AS quarter_q,
         count(*) FILTER (WHERE period_kind = 'HALF') AS halves,
         sum(cn) FILTER (WHERE period_kind = 'HALF') AS half_n,
         sum(cd) FILTER (WHERE period_kind = 'HALF') AS half_d,
         coalesce(bit_or(q) FILTER (WHERE period_kind = 'HALF'), 0) AS half_q
  FROM candidate
  WHERE nature = 'FLOW' AND NOT exact AND cn IS NOT NULL
  GROUP BY indicator, period, unit, scope, whole_months, whole_kind, half, quarter
),
quarter AS (
  SELECT *,
         quarters = 1 OR months = 3 AS there,
         CASE WHEN quarters = 1 THEN quarter_n WHEN months = 3 THEN months_n END AS n,
         CASE WHEN quarters = 1 THEN quarter_d WHEN months = 3 THEN months_d END AS d,
         CASE WHEN quarters = 1 THEN quarter_q WHEN months = 3 THEN months_q ELSE 0 END AS q
  FROM by_quarter
),
by_half AS (
  SELECT indicator, period, unit, scope, whole_months, whole_kind, half,
         sum(months) AS months, sum(months_n) AS months_n, sum(months_d) AS months_d, bit_or(months_q) AS months_q,
         count(*) FILTER (WHERE there) AS quarters, sum(n) AS quarters_n, sum(d) AS quarters_d, bit_or(q) AS quarters_q,
         sum(halves) AS halves, sum(half_n) AS half_n, sum(half_d) AS half_d, bit_or(half_q) AS half_q
  FROM quarter
  GROUP BY indicator, period, unit, scope, whole_months, whole_kind, half
),
half AS (
  SELECT *,
         halves = 1 OR months = 6 OR quarters = 2 AS there,
         CASE WHEN halves = 1 THEN half_n WHEN months = 6 THEN months_n WHEN quarters = 2 THEN quarters_n END AS n,
         CASE WHEN halves = 1 THEN half_d WHEN months = 6 THEN months_d WHEN quarters = 2 THEN quarters_d END AS d,
         CASE WHEN halves = 1 THEN half_q WHEN months = 6 THEN months_q WHEN quarters = 2 THEN quarters_q ELSE 0 END AS q
  FROM by_half
),
summed AS (
  SELECT indicator, period, unit, scope,
         CASE
           WHEN sum(months) = whole_months THEN 'MONTHS'
           WHEN whole_months % 3 = 0 AND sum(quarters) = whole_months / 3 THEN 'QUARTERS'
           WHEN whole_kind = 'YEAR' AND count(*) FILTER (WHERE there) = 2 THEN 'HALVES'
         END AS way,
         sum(months_n) AS months_n, sum(months_d) AS months_d, bit_or(months_q) AS months_q,
         sum(quarters_n) AS quarters_n, sum(quarters_d) AS quarters_d, bit_or(quarters_q) AS quarters_q,
         sum(n) AS halves_n, sum(d) AS halves_d, bit_or(q) AS halves_q
  FROM half
  GROUP BY indicator, period, unit, scope, whole_months, whole_kind
),
derived AS (
  SELECT indicator, period, unit, scope, way,
         CASE way WHEN 'MONTHS' THEN months_n WHEN 'QUARTERS' THEN quarters_n ELSE halves_n END AS n,
         CASE way WHEN 'MONTHS' THEN months_d WHEN 'QUARTERS' THEN quarters_d ELSE halves_d END AS d,
         marks_of_sum((CASE way WHEN 'MONTHS' THEN months_q WHEN 'QUARTERS' THEN quarters_q ELSE halves_q END)::integer) AS q
  FROM summed
  WHERE way IS NOT NULL
),
ranked AS (
  SELECT indicator, period, unit, scope, n, d, v, q, absence, cn, cd, number, CASE WHEN NOT exact THEN source END AS source,
         CASE WHEN number OR absence = 'NOT_APPLICABLE' THEN 0 ELSE 2 END AS rank, NOT exact AS carried, closes, starts
  FROM candidate
  WHERE exact OR nature = 'STOCK'
  UNION ALL
  SELECT indicator, period, unit, scope, CASE WHEN d IS NOT NULL THEN n END, d, CASE WHEN d IS NULL THEN n END, q, NULL, n, d, true, way, 1, true,
         NULL, NULL
  FROM derived
),
effective AS (
  SELECT DISTINCT ON (indicator, period, unit, scope) *
  FROM ranked
  ORDER BY indicator, period, unit, scope, rank, carried, closes DESC, starts DESC, source
)
SELECT indicator, period, unit,
       max(n) FILTER (WHERE scope = 'OWN') AS own_n,
       max(d) FILTER (WHERE scope = 'OWN') AS own_d,
       max(v) FILTER (WHERE scope = 'OWN') AS own_v,
       max(cn) FILTER (WHERE scope = 'OWN') AS own_cn,
       max(cd) FILTER (WHERE scope = 'OWN') AS own_cd,
       coalesce(max(q) FILTER (WHERE scope = 'OWN'), 0)::smallint AS own_q,
       max(absence) FILTER (WHERE scope = 'OWN') AS own_absence,
       max(source) FILTER (WHERE scope = 'OWN') AS own_from,
       max(n) FILTER (WHERE scope = 'CHILDREN') AS children_n,
       max(d) FILTER (WHERE scope = 'CHILDREN') AS children_d,
       max(v) FILTER (WHERE scope = 'CHILDREN') AS children_v,
       max(cn) FILTER (WHERE scope = 'CHILDREN') AS children_cn,
       max(cd) FILTER (WHERE scope = 'CHILDREN') AS children_cd,
       coalesce(max(q) FILTER (WHERE scope = 'CHILDREN'), 0)::smallint AS children_q,
       max(absence) FILTER (WHERE scope = 'CHILDREN') AS children_absence,
       max(source) FILTER (WHERE scope = 'CHILDREN') AS children_from,
       max(n) FILTER (WHERE scope = 'WHOLE') AS whole_n,
       max(d) FILTER (WHERE scope = 'WHOLE') AS whole_d,
       max(v) FILTER (WHERE scope = 'WHOLE') AS whole_v,
       max(cn) FILTER (WHERE scope = 'WHOLE') AS whole_cn,
       max(cd) FILTER (WHERE scope = 'WHOLE') AS whole_cd,
       coalesce(max(q) FILTER (WHERE scope = 'WHOLE'), 0)::smallint AS whole_q,
       max(absence) FILTER (WHERE scope = 'WHOLE') AS whole_absence,
       max(source) FILTER (WHERE scope = 'WHOLE') AS whole_from,
       coalesce(bool_or(number), false) AS number,
       coalesce(bool_or(number) FILTER (WHERE scope = 'OWN'), false) AS own_number
FROM effective
GROUP BY indicator, period, unit
