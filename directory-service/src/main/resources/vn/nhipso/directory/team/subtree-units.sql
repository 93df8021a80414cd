-- The units in the subtree of a unit on a day, itself included. Parameters: day, code.
WITH RECURSIVE asked AS (SELECT ?::date AS day, ?::text AS code),
below AS (
  SELECT u.code, u.unit_id FROM asked, unit_version u WHERE u.code = asked.code AND u.valid @> asked.day
  UNION ALL
  SELECT u.code, u.unit_id FROM asked, below, unit_version u WHERE u.parent_code = below.code AND u.valid @> asked.day)
SELECT code, unit_id FROM below
