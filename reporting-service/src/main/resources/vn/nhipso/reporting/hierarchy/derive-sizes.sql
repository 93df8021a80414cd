-- How many units of each level lie at or below a unit, from unit_ancestor: of those at or below which something came or went.
WITH sized AS MATERIALIZED (
  SELECT ancestor FROM ancestor_gone UNION SELECT ancestor FROM ancestor_come
),
event AS (
  SELECT ancestor, valid_from AS day, unit_level, unit = ancestor AS self, 1 AS step FROM sized JOIN unit_ancestor USING (ancestor)
  UNION ALL
  SELECT ancestor, valid_to, unit_level, unit = ancestor, -1 FROM sized JOIN unit_ancestor USING (ancestor) WHERE valid_to < 'infinity'
),
daily AS (
  SELECT ancestor, day, coalesce(sum(step) FILTER (WHERE self), 0) AS self, coalesce(sum(step) FILTER (WHERE unit_level = 1), 0) AS provinces,
         coalesce(sum(step) FILTER (WHERE unit_level = 2), 0) AS districts, coalesce(sum(step) FILTER (WHERE unit_level = 3), 0) AS communes
  FROM event
  GROUP BY ancestor, day
),
running AS (
  SELECT ancestor, day, lead(day, 1, 'infinity') OVER w AS until, sum(self) OVER w AS self, sum(provinces) OVER w AS provinces,
         sum(districts) OVER w AS districts, sum(communes) OVER w AS communes
  FROM daily
  WINDOW w AS (PARTITION BY ancestor ORDER BY day)
)
INSERT INTO unit_size SELECT ancestor, day, until, provinces, districts, communes FROM running WHERE self > 0
