-- The figures of units and periods as they were last stated, published or not; what was taken back is none.
SELECT m.unit, m.period, m.indicator, i.kind, m.scope,
       CASE WHEN m.draft IS NULL THEN m.numerator ELSE (m.draft ->> 'numerator')::numeric END,
       CASE WHEN m.draft IS NULL THEN m.denominator ELSE (m.draft ->> 'denominator')::numeric END,
       CASE WHEN m.draft IS NULL THEN m.value ELSE (m.draft ->> 'value')::numeric END,
       CASE WHEN m.draft IS NULL THEN m.qualifiers
            ELSE ARRAY(SELECT jsonb_array_elements_text(coalesce(m.draft -> 'qualifiers', '[]'))) END
FROM unnest(?::text[], ?::text[]) AS asked (unit, period)
JOIN measurement m ON m.unit = asked.unit AND m.period = asked.period
JOIN indicator i ON i.code = m.indicator
WHERE NOT CASE WHEN m.draft IS NULL THEN m.withdrawn ELSE coalesce((m.draft ->> 'withdrawn')::boolean, false) END
ORDER BY m.unit, m.period, m.indicator, m.scope
