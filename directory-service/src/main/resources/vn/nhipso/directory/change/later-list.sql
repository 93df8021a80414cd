-- The next day of which a whole list of the same part of the country is known. Parameters: day, part.
SELECT effective_on, id FROM unit_change
WHERE effective_on > ?::date AND list_of IN ('VN', ?::text)
ORDER BY effective_on, recorded_at DESC LIMIT 1
