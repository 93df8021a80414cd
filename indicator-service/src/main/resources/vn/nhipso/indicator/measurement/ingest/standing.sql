-- What stands for the keys of a batch. The order of the key is the order in which every writer takes row locks.
SELECT m.unit, m.period, m.indicator, m.scope, m.id, m.revision, m.last_revision, m.published,
       m.numerator, m.denominator, m.value, m.qualifiers, m.absence, m.stated, m.source, m.note, m.draft,
       m.withdrawn, coalesce((m.draft ->> 'withdrawn')::boolean, false)
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS asked (unit, period, indicator, scope)
JOIN measurement m ON m.unit = asked.unit AND m.period = asked.period AND m.indicator = asked.indicator AND m.scope = asked.scope
ORDER BY m.unit, m.period, m.indicator, m.scope
