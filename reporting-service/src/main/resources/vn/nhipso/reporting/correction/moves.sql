-- What moved: the figures that are others now, and the places among the units under the same parent that changed with them, be it of a unit whose own
-- figure stands as it did. In: the batch; work_moved, work_beside and work_before, tables whose sizes the planner knows.
INSERT INTO correction_move
WITH
-- A number that can be held against others: part of a count cannot. As in the scoreboard.
ranked AS (
  SELECT s.*, b.basis AS was_basis, b.n AS was_n, b.d AS was_d, b.dividend AS was_dividend, b.divisor AS was_divisor, v.now, v.was,
         CASE WHEN v.now IS NOT NULL THEN rank() OVER (PARTITION BY s.indicator, s.period, s.parent, s.level, v.now IS NULL ORDER BY v.now) END AS rank,
         count(v.now) OVER g AS rank_of,
         CASE WHEN v.was IS NOT NULL THEN rank() OVER (PARTITION BY s.indicator, s.period, s.parent, s.level, v.was IS NULL ORDER BY v.was) END AS was_rank,
         count(v.was) OVER g AS was_of
  FROM work_beside s
  JOIN rollup_period p ON p.indicator = s.indicator AND p.period = s.period
  JOIN definition d ON d.code = p.indicator AND d.version = p.version
  LEFT JOIN work_before w ON w.indicator = s.indicator AND w.period = s.period AND w.unit = s.unit AND w.scope = s.scope
  CROSS JOIN LATERAL (
    SELECT CASE WHEN w.unit IS NULL THEN s.basis ELSE w.basis END AS basis, CASE WHEN w.unit IS NULL THEN s.n ELSE w.n END AS n,
           CASE WHEN w.unit IS NULL THEN s.d ELSE w.d END AS d, CASE WHEN w.unit IS NULL THEN s.dividend ELSE w.dividend END AS dividend,
           CASE WHEN w.unit IS NULL THEN s.divisor ELSE w.divisor END AS divisor
  ) b
  CROSS JOIN LATERAL (
    SELECT CASE WHEN p.kind <> 'COUNT' OR s.basis <> 'PARTIAL' THEN round(s.dividend / s.divisor, 12) * x.sign END AS now,
           CASE WHEN p.kind <> 'COUNT' OR b.basis <> 'PARTIAL' THEN round(b.dividend / b.divisor, 12) * x.sign END AS was
    FROM (SELECT CASE d.direction WHEN 'UP' THEN -1 ELSE 1 END AS sign) x
  ) v
  WINDOW g AS (PARTITION BY s.indicator, s.period, s.parent, s.level)
),
told AS (
  SELECT coalesce(m.indicator, r.indicator) AS indicator, coalesce(m.period, r.period) AS period, coalesce(m.unit, r.unit) AS unit,
         coalesce(m.scope, r.scope) AS scope, coalesce(m.level, r.level) AS level, coalesce(m.parent, r.parent) AS parent, m.unit IS NOT NULL AS moved,
         coalesce(m.basis, r.basis) AS basis, CASE WHEN m.unit IS NULL THEN r.n ELSE m.n END AS n, CASE WHEN m.unit IS NULL THEN r.d ELSE m.d END AS d,
         CASE WHEN m.unit IS NULL THEN r.dividend ELSE m.dividend END AS dividend, CASE WHEN m.unit IS NULL THEN r.divisor ELSE m.divisor END AS divisor,
         r.rank, CASE WHEN r.rank IS NOT NULL THEN r.rank_of END AS rank_of,
         coalesce(m.old_basis, r.was_basis) AS old_basis, CASE WHEN m.unit IS NULL THEN r.was_n ELSE m.old_n END AS old_n,
         CASE WHEN m.unit IS NULL THEN r.was_d ELSE m.old_d END AS old_d,
         CASE WHEN m.unit IS NULL THEN r.was_dividend ELSE m.old_dividend END AS old_dividend,
         CASE WHEN m.unit IS NULL THEN r.was_divisor ELSE m.old_divisor END AS old_divisor,
         r.was_rank, CASE WHEN r.was_rank IS NOT NULL THEN r.was_of END AS was_of
  FROM work_moved m
  FULL JOIN ranked r ON r.indicator = m.indicator AND r.period = m.period AND r.unit = m.unit AND r.scope = m.scope
  WHERE m.unit IS NOT NULL OR (r.rank, r.rank_of) IS DISTINCT FROM (r.was_rank, r.was_of)
)
SELECT ?, t.indicator, t.period, t.unit, t.scope, t.level, t.parent, p.version, t.moved, t.basis, t.n, t.d, t.dividend, t.divisor, t.rank, t.rank_of,
       t.old_basis, t.old_n, t.old_d, t.old_dividend, t.old_divisor, t.was_rank, t.was_of,
       g.id, g.unit, g.period, g.comparator, g.value
FROM told t
JOIN rollup_period p ON p.indicator = t.indicator AND p.period = t.period
-- The target that holds: its own, else that of the nearest unit above; of exactly the period, else of the shortest that contains it.
LEFT JOIN (
  SELECT DISTINCT ON (m.indicator, m.period, m.unit) m.indicator AS of_indicator, m.period AS of_period, m.unit AS of_unit, t.*
  FROM work_moved m
  JOIN rollup_period p ON p.indicator = m.indicator AND p.period = m.period
  JOIN period own ON own.period = m.period
  JOIN unit_ancestor a ON a.unit = m.unit AND a.valid_from <= p.closes AND a.valid_to > p.closes
  JOIN target t ON t.indicator = m.indicator AND t.unit = a.ancestor
  JOIN period its ON its.period = t.period AND its.starts <= own.starts AND its.ends >= own.ends
  WHERE m.scope = 'WHOLE'
  ORDER BY m.indicator, m.period, m.unit, a.ancestor_level DESC, its.ends - its.starts, t.period
) g ON g.of_indicator = t.indicator AND g.of_period = t.period AND g.of_unit = t.unit AND t.scope = 'WHOLE'
