-- How many units of each level lie at or below a unit, from unit_ancestor: of sized.
WITH event AS (
  SELECT a.ancestor, a.valid_from AS day, a.unit_level, a.unit = a.ancestor AS self, 1 AS step FROM sized x JOIN unit_ancestor a ON a.ancestor = x.unit
  UNION ALL
  SELECT a.ancestor, a.valid_to, a.unit_level, a.unit = a.ancestor, -1 FROM sized x JOIN unit_ancestor a ON a.ancestor = x.unit WHERE a.valid_to < 'infinity'
),
daily AS (
  SELECT ancestor, day, coalesce(sum(step) FILTER (WHERE self), 0) AS self, coalesce(sum(step) FILTER (WHERE unit_level = 1), 0) AS provinces,
         coalesce(sum(step) FILTER (WHERE unit_level = 2), 0) AS districts, coalesce(sum(step) FILTER (WHERE unit_level = 3), 0) AS communes
  FROM event
  GROUP BY ancestor, day
  -- Where as many come as go, nothing is another.
  HAVING coalesce(sum(step) FILTER (WHERE self), 0) <> 0 OR coalesce(sum(step) FILTER (WHERE unit_level = 1), 0) <> 0
    OR coalesce(sum(step) FILTER (WHERE unit_level = 2), 0) <> 0 OR coalesce(sum(step) FILTER (WHERE unit_level = 3), 0) <> 0
),
running AS (
  SELECT ancestor, day, lead(day, 1, 'infinity') OVER w AS until, sum(self) OVER w AS self, sum(provinces) OVER w AS provinces,
         sum(districts) OVER w AS districts, sum(communes) OVER w AS communes
  FROM daily
  WINDOW w AS (PARTITION BY ancestor ORDER BY day)
)
INSERT INTO size_new
SELECT ancestor, day, until, provinces, districts, communes, (SELECT max(known_at) FROM unit_change) FROM running WHERE self > 0
