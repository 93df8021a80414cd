-- Where nothing is known any more, neither of a unit nor of one below it, it has no rollup. In: {level}; {periods} like rollup_period.
WITH nothing AS (
  DELETE FROM work_key k
  USING {periods} p
  WHERE p.indicator = k.indicator AND p.period = k.period AND k.level = {level}
    AND NOT EXISTS (SELECT FROM work_given g WHERE g.indicator = k.indicator AND g.period = k.period AND g.unit = k.unit)
    AND NOT EXISTS (SELECT FROM rollup r WHERE r.indicator = k.indicator AND r.period = k.period AND r.parent = k.unit)
  RETURNING k.indicator, k.period, k.unit
)
-- Also of who did not move himself, and lost the last one below him.
DELETE FROM rollup r USING nothing n WHERE r.indicator = n.indicator AND r.period = n.period AND r.unit = n.unit
