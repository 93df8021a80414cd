-- The periods whose rollups are kept, with what the definition that is valid then says about them; those that are new or say something else are made
-- as wholes.
-- In: {wanted} indicator, period.
WITH wanted AS (
  SELECT indicator, period FROM {wanted}
  UNION
  -- A weight is needed wherever what it weighs is.
  SELECT d.weight, w.period FROM {wanted} w JOIN definition d ON d.code = w.indicator WHERE d.weight IS NOT NULL
),
defined AS (
  {defined}
),
kept AS (
  INSERT INTO rollup_period AS k
  SELECT * FROM defined
  ON CONFLICT (indicator, period) DO UPDATE
  SET starts = EXCLUDED.starts, closes = EXCLUDED.closes, version = EXCLUDED.version, kind = EXCLUDED.kind, nature = EXCLUDED.nature,
      reported_by = EXCLUDED.reported_by, lowest = EXCLUDED.lowest, weight = EXCLUDED.weight
  WHERE k IS DISTINCT FROM EXCLUDED
  RETURNING k.indicator, k.period
)
INSERT INTO work_touched SELECT indicator, period FROM kept
