-- The next day of which a whole list of the same part of the country is known. Parameters: day, part.
SELECT effective_on, id FROM unit_change c
WHERE NOT EXISTS (SELECT FROM unit_change w WHERE w.withdraws = c.id)
  AND effective_on > ?::date AND list_of IN ('VN', ?::text)
ORDER BY effective_on, recorded_at DESC LIMIT 1
