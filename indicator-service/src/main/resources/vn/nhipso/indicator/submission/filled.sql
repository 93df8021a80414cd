-- What is there of units and periods, as it was last stated: the indicators with a figure, a statement or an absence that is not taken back, how
-- many values an approval would publish, and how often any was written.
SELECT m.unit, m.period,
       coalesce(array_agg(DISTINCT m.indicator) FILTER (WHERE NOT newest.withdrawn), '{}'),
       count(*) FILTER (WHERE CASE WHEN m.published THEN m.draft IS NOT NULL ELSE NOT m.withdrawn END),
       sum(m.last_revision)
FROM unnest(?::text[], ?::text[]) AS asked (unit, period)
JOIN measurement m ON m.unit = asked.unit AND m.period = asked.period
CROSS JOIN LATERAL (
  SELECT CASE WHEN m.draft IS NULL THEN m.withdrawn ELSE coalesce((m.draft ->> 'withdrawn')::boolean, false) END) AS newest (withdrawn)
GROUP BY m.unit, m.period
