-- Parameters: who ended, day (thrice), all who were touched.
UPDATE {table} o
SET revision = revision + 1,
  valid_to = CASE WHEN o.id = ANY (?::uuid[]) AND (o.valid_to IS NULL OR o.valid_to > ?::date)
    AND (o.valid_from IS NULL OR o.valid_from < ?::date) THEN ?::date ELSE o.valid_to END
WHERE o.id = ANY (?::uuid[])
