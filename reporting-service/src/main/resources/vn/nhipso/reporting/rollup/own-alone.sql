-- Whether units of the {lowest} level gave figures of none but themselves in periods: they hardly ever do otherwise. In: indicators, periods (pairs).
-- A period after the other, in the index alone.
SELECT NOT EXISTS (
  SELECT FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
  CROSS JOIN LATERAL (
    SELECT f.unit FROM fact f WHERE f.indicator = w.indicator AND f.period = w.period AND f.scope <> 'OWN' OFFSET 0
  ) f
  JOIN unit_ancestor a ON a.unit = f.unit AND a.ancestor = a.unit AND a.unit_level = {lowest})
