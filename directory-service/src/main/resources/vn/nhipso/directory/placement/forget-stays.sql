-- Stays that begin on the day or later. Parameters: owners, day.
DELETE FROM {table}_placement WHERE {table}_id = ANY (?::uuid[]) AND lower(valid) >= ?::date
