-- The later days of which a whole list is known, of whatever part of the country. Parameter: day.
SELECT effective_on, id, list_of FROM unit_change c
WHERE NOT EXISTS (SELECT FROM unit_change w WHERE w.withdraws = c.id)
  AND effective_on > ?::date AND list_of IS NOT NULL
ORDER BY effective_on, recorded_at DESC
