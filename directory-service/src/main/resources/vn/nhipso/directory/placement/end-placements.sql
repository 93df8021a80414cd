-- Parameters: day, owner, day.
UPDATE {table}_placement SET valid = daterange(lower(valid), ?::date) WHERE {table}_id = ? AND valid @> ?::date
