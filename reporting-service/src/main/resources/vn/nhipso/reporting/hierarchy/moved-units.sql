-- On which days a unit lies elsewhere than before, or has others below it.
INSERT INTO moved_unit
WITH side AS (
  SELECT *, true AS gone FROM ancestor_gone UNION ALL SELECT *, false FROM ancestor_come
),
sides AS (
  SELECT unit, ancestor,
         coalesce(range_agg(daterange(valid_from, valid_to)) FILTER (WHERE gone), '{}') AS gone,
         coalesce(range_agg(daterange(valid_from, valid_to)) FILTER (WHERE NOT gone), '{}') AS come
  FROM side
  GROUP BY unit, ancestor, ancestor_parent, unit_level, ancestor_level
),
differing AS MATERIALIZED (
  SELECT unit, ancestor, (gone - come) + (come - gone) AS days FROM sides WHERE gone <> come
)
SELECT unit, range_agg(days) FROM (SELECT unit, days FROM differing UNION ALL SELECT ancestor, days FROM differing) d GROUP BY unit
