-- The figure of a unit and scope that counts for a period (docs/adr/0005): the reported one; else, of a STOCK, the last inside the period; else, of a
-- FLOW, the sum of its months where all are there, else of its quarters, else of its halves; else the sum of what is there, with how many months that
-- are. Words alone never hide a number, not even a partial one. NOT_APPLICABLE for the period itself stands before everything that is derived.
-- Before the unit's life began its figure is that of those whose people are its people, where all of them are known and have one: carried.
-- In:  {periods} like rollup_period; {keys} indicator, period, unit; {which} reported periods may be used; {trail} of which fact a figure is, where
--      somebody wants to know, and {traced}.
-- Out: a row a unit with own_, children_ and whole_: n, d, v as reported, cn, cd what enters a sum, q marks, absence, source, number, there (months
--      of a partial figure), carried.
-- Until the end q also bears what a sum is made of: 16 figures of others, 32 months, 64 quarters, 128 halves.
WITH source AS MATERIALIZED (
  SELECT p.indicator, p.period, p.nature, p.kind, p.months AS whole_months, p.period_kind AS whole_kind, p.starts AS whole_starts, p.closes AS whole_closes,
         s.period AS source, s.period_kind, s.closes, s.starts, s.period = p.period AS exact,
         (extract(month FROM s.closes)::integer - 1) / 3 AS quarter, (extract(month FROM s.closes)::integer - 1) / 6 AS half
  FROM {periods} p
  JOIN rollup_period s ON s.indicator = p.indicator
    -- A state is that of its last day, however long the period that it is given for.
    AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts AND s.closes <= p.closes
  WHERE {which} AND (s.period = p.period OR p.nature = 'STOCK'
    -- A part is one of the same calendar: its first day is the same of the month.
    OR (p.kind IN ('RATIO', 'COUNT') AND s.period_kind IN ('MONTH', 'QUARTER', 'HALF') AND extract(day FROM s.starts) = extract(day FROM p.starts)))
),
-- Fenced, so that facts are looked up by their key and never read as a whole.
looked_up AS MATERIALIZED (
  SELECT s.*, k.unit FROM {keys} k JOIN source s ON s.indicator = k.indicator AND s.period = k.period
),
candidate AS (
  SELECT s.indicator, s.period, s.unit, f.scope, s.nature, s.whole_months, s.whole_kind, s.source, s.period_kind, s.closes, s.starts, s.exact,
         s.quarter, s.half, f.numerator AS n, f.denominator AS d, f.value AS v, f.absence, {trail} AS trail,
         f.qualifiers | CASE s.period_kind WHEN 'MONTH' THEN 32 WHEN 'QUARTER' THEN 64 WHEN 'HALF' THEN 128 ELSE 0 END AS q,
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
-- Units whose life begins inside a period, after a figure in it has closed: mostly there are none, and all that follows is nothing.
begun AS MATERIALIZED (
  SELECT DISTINCT k.unit, s.whole_starts AS starts, s.whole_closes AS closes
  FROM (
    SELECT indicator, period, whole_starts, whole_closes, min(closes) AS first
    FROM source
    WHERE NOT exact AND kind IN ('RATIO', 'COUNT')
    GROUP BY indicator, period, whole_starts, whole_closes
  ) s
  JOIN {keys} k ON k.indicator = s.indicator AND k.period = s.period
  JOIN unit_life l ON l.unit = k.unit AND l.valid_from > s.first AND l.valid_from <= s.whole_closes AND l.valid_to > s.whole_closes
),
before AS MATERIALIZED (
  {before}
),
-- What those gave of themselves that were to become the unit, each in its own life; also that they gave nothing.
others AS MATERIALIZED (
  SELECT s.indicator, s.period, s.unit, s.nature, s.whole_months, s.whole_kind, s.source, s.period_kind, s.closes, s.starts, s.quarter, s.half,
         b.path, b.known_since, f.unit IS NOT NULL AND (f.numerator IS NOT NULL OR f.value IS NOT NULL OR f.absence = 'NOT_APPLICABLE') AS speaks,
         CASE WHEN s.kind = 'COUNT' THEN f.value WHEN f.denominator IS NOT NULL THEN f.numerator END AS cn,
         CASE WHEN s.kind = 'RATIO' AND f.numerator IS NOT NULL THEN f.denominator END AS cd,
         coalesce(f.qualifiers, 0) | 16 | CASE s.period_kind WHEN 'MONTH' THEN 32 WHEN 'QUARTER' THEN 64 WHEN 'HALF' THEN 128 ELSE 0 END AS q,
         {trail} AS trail
  FROM before b
  JOIN looked_up s ON s.unit = b.unit AND s.whole_starts = b.starts AND s.whole_closes = b.closes AND s.closes >= b.begins AND s.closes < b.until
  LEFT JOIN fact f ON f.indicator = s.indicator AND f.period = s.source AND f.unit = b.node AND f.scope = 'OWN' AND NOT f.withdrawn
  WHERE NOT s.exact AND s.kind IN ('RATIO', 'COUNT') AND cardinality(b.path) > 1
),
parts AS (
  SELECT indicator, period, unit, scope, whole_months, whole_kind, period_kind, quarter, half, cn, cd, q, trail
  FROM candidate
  WHERE nature = 'FLOW' AND NOT exact AND cn IS NOT NULL
  UNION ALL
  SELECT indicator, period, unit, 'OWN', whole_months, whole_kind, period_kind, quarter, half, sum(cn), sum(cd), bit_or(q), string_agg(trail, ' ')
  FROM others
  WHERE nature = 'FLOW' AND closes >= coalesce(known_since, '-infinity')
  GROUP BY indicator, period, unit, source, whole_months, whole_kind, period_kind, quarter, half
  HAVING bool_and(cn IS NOT NULL)
),
by_quarter AS (
  SELECT indicator, period, unit, scope, whole_months, whole_kind, half, quarter,
         count(*) FILTER (WHERE period_kind = 'MONTH') AS months,
         sum(cn) FILTER (WHERE period_kind = 'MONTH') AS months_n,
         sum(cd) FILTER (WHERE period_kind = 'MONTH') AS months_d,
         coalesce(bit_or(q) FILTER (WHERE period_kind = 'MONTH'), 0) AS months_q,
         string_agg(trail, ' ') FILTER (WHERE period_kind = 'MONTH') AS months_trail,
         count(*) FILTER (WHERE period_kind = 'QUARTER') AS quarters,
         sum(cn) FILTER (WHERE period_kind = 'QUARTER') AS quarter_n,
         sum(cd) FILTER (WHERE period_kind = 'QUARTER') AS quarter_d,
         coalesce(bit_or(q) FILTER (WHERE period_kind = 'QUARTER'), 0) AS quarter_q,
         string_agg(trail, ' ') FILTER (WHERE period_kind = 'QUARTER') AS quarter_trail,
         count(*) FILTER (WHERE period_kind = 'HALF') AS halves,
         sum(cn) FILTER (WHERE period_kind = 'HALF') AS half_n,
         sum(cd) FILTER (WHERE period_kind = 'HALF') AS half_d,
         coalesce(bit_or(q) FILTER (WHERE period_kind = 'HALF'), 0) AS half_q,
         string_agg(trail, ' ') FILTER (WHERE period_kind = 'HALF') AS half_trail
  FROM parts
  GROUP BY indicator, period, unit, scope, whole_months, whole_kind, half, quarter
),
-- What there is of a quarter: it as reported, else its months.
quarter AS (
  SELECT *,
         quarters = 1 OR months = 3 AS whole,
         CASE WHEN quarters = 1 THEN 3 ELSE months END AS there,
         CASE WHEN quarters = 1 THEN quarter_n ELSE months_n END AS n,
         CASE WHEN quarters = 1 THEN quarter_d ELSE months_d END AS d,
         CASE WHEN quarters = 1 THEN quarter_q ELSE months_q END AS q,
         CASE WHEN quarters = 1 THEN quarter_trail ELSE months_trail END AS trail
  FROM by_quarter
),
by_half AS (
  SELECT indicator, period, unit, scope, whole_months, whole_kind, half,
         sum(months) AS months, sum(months_n) AS months_n, sum(months_d) AS months_d, bit_or(months_q) AS months_q,
         string_agg(months_trail, ' ') AS months_trail,
         count(*) FILTER (WHERE whole) AS quarters, sum(there) AS quarters_there, sum(n) AS quarters_n, sum(d) AS quarters_d, bit_or(q) AS quarters_q,
         string_agg(trail, ' ') AS quarters_trail,
         sum(halves) AS halves, sum(half_n) AS half_n, sum(half_d) AS half_d, bit_or(half_q) AS half_q, max(half_trail) AS half_trail
  FROM quarter
  GROUP BY indicator, period, unit, scope, whole_months, whole_kind, half
),
-- What there is of a half: it as reported, else all its months, else what there is of its quarters.
half AS (
  SELECT *,
         halves = 1 OR months = 6 OR quarters = 2 AS whole,
         CASE WHEN halves = 1 THEN 6 ELSE quarters_there END AS there,
         CASE WHEN halves = 1 THEN half_n WHEN months = 6 THEN months_n ELSE quarters_n END AS n,
         CASE WHEN halves = 1 THEN half_d WHEN months = 6 THEN months_d ELSE quarters_d END AS d,
         CASE WHEN halves = 1 THEN half_q WHEN months = 6 THEN months_q ELSE quarters_q END AS q,
         CASE WHEN halves = 1 THEN half_trail WHEN months = 6 THEN months_trail ELSE quarters_trail END AS trail
  FROM by_half
),
summed AS (
  SELECT indicator, period, unit, scope,
         CASE
           WHEN sum(months) = whole_months THEN 'MONTHS'
           WHEN whole_months % 3 = 0 AND sum(quarters) = whole_months / 3 THEN 'QUARTERS'
           WHEN whole_kind = 'YEAR' AND count(*) FILTER (WHERE whole) = 2 THEN 'HALVES'
         END AS way,
         sum(months_n) AS months_n, sum(months_d) AS months_d, bit_or(months_q) AS months_q, string_agg(months_trail, ' ') AS months_trail,
         sum(quarters_n) AS quarters_n, sum(quarters_d) AS quarters_d, bit_or(quarters_q) AS quarters_q,
         string_agg(quarters_trail, ' ') AS quarters_trail,
         sum(there) AS there, sum(n) AS n, sum(d) AS d, bit_or(q) AS q, string_agg(trail, ' ') AS trail
  FROM half
  GROUP BY indicator, period, unit, scope, whole_months, whole_kind
),
derived AS (
  SELECT indicator, period, unit, scope,
         -- A partial sum is named after its parts.
         coalesce(way, CASE q >> 5 WHEN 1 THEN 'MONTHS' WHEN 2 THEN 'QUARTERS' WHEN 4 THEN 'HALVES' ELSE 'PARTS' END) AS way,
         CASE WHEN way IS NULL THEN there END::smallint AS there,
         CASE way WHEN 'MONTHS' THEN months_n WHEN 'QUARTERS' THEN quarters_n ELSE n END AS n,
         CASE way WHEN 'MONTHS' THEN months_d WHEN 'QUARTERS' THEN quarters_d ELSE d END AS d,
         CASE way WHEN 'MONTHS' THEN months_q WHEN 'QUARTERS' THEN quarters_q ELSE q END AS q,
         CASE way WHEN 'MONTHS' THEN months_trail WHEN 'QUARTERS' THEN quarters_trail ELSE trail END AS trail
  FROM summed
),
-- The last state of each of those others that has one.
state AS (
  SELECT DISTINCT ON (indicator, period, unit, path) *
  FROM others
  WHERE nature = 'STOCK' AND speaks
  ORDER BY indicator, period, unit, path, closes DESC, starts DESC, source
),
-- Their sum: of each branch the first that has one, where none is left without.
carried AS (
  SELECT k.indicator, k.period, k.unit, sum(s.cn) AS n, sum(s.cd) AS d, bit_or(s.q) AS q, max(s.closes) AS closes,
         (array_agg(s.source ORDER BY s.closes DESC, s.starts DESC, s.source) FILTER (WHERE s.source IS NOT NULL))[1] AS source,
         string_agg(s.trail, ' ') AS trail
  FROM (SELECT DISTINCT indicator, period, unit, whole_starts, whole_closes FROM looked_up WHERE nature = 'STOCK' AND kind IN ('RATIO', 'COUNT')) k
  JOIN before b ON b.unit = k.unit AND b.starts = k.whole_starts AND b.closes = k.whole_closes
  LEFT JOIN state s ON s.indicator = k.indicator AND s.period = k.period AND s.unit = k.unit AND s.path = b.path
  WHERE NOT EXISTS (
    SELECT FROM state a
    WHERE a.indicator = k.indicator AND a.period = k.period AND a.unit = k.unit AND cardinality(a.path) < cardinality(b.path)
      AND a.path = b.path[1:cardinality(a.path)])
  GROUP BY k.indicator, k.period, k.unit
  HAVING bool_and(CASE WHEN s.path IS NULL THEN b.sound ELSE s.cn IS NOT NULL END)
),
ranked AS (
  SELECT indicator, period, unit, scope, n, d, v, q & 15 AS q, absence, cn, cd, number, CASE WHEN NOT exact THEN source END AS source,
         false AS carried,
         NULL::smallint AS there, trail,
         CASE WHEN number OR absence = 'NOT_APPLICABLE' THEN 0 ELSE 2 END AS rank, NOT exact AS elsewhere, closes, starts
  FROM candidate
  WHERE exact OR nature = 'STOCK'
  UNION ALL
  SELECT indicator, period, unit, scope, CASE WHEN d IS NOT NULL THEN n END, d, CASE WHEN d IS NULL THEN n END, marks_of_sum(q & 15), NULL, n, d, true,
         way, q & 16 > 0, there, trail, 1, true, NULL, NULL
  FROM derived
  UNION ALL
  SELECT indicator, period, unit, 'OWN', CASE WHEN d IS NOT NULL THEN n END, d, CASE WHEN d IS NULL THEN n END, marks_of_sum(q & 15), NULL, n, d, true,
         source, true, NULL, trail, 1, true, NULL, NULL
  FROM carried
),
effective AS (
  SELECT DISTINCT ON (indicator, period, unit, scope) *
  FROM ranked
  ORDER BY indicator, period, unit, scope, rank, elsewhere, closes DESC, starts DESC, source
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
       coalesce(bool_or(number) FILTER (WHERE scope = 'OWN'), false) AS own_number,
       max(there) FILTER (WHERE scope = 'OWN') AS own_there,
       nullif(bool_or(carried) FILTER (WHERE scope = 'OWN'), false) AS own_carried,
       max(there) FILTER (WHERE scope = 'CHILDREN') AS children_there, NULL::boolean AS children_carried,
       max(there) FILTER (WHERE scope = 'WHOLE') AS whole_there, NULL::boolean AS whole_carried{traced}
FROM effective
GROUP BY indicator, period, unit
