-- On which days a unit's life begins or ends that did not, or no longer does.
INSERT INTO moved_life
WITH before AS (
  SELECT l.unit, x.day FROM (SELECT DISTINCT code FROM life_code) c JOIN unit_life l ON l.unit = c.code CROSS JOIN LATERAL (VALUES (l.valid_from), (l.valid_to)) x (day)
),
after AS (
  SELECT l.unit, x.day FROM life_new l CROSS JOIN LATERAL (VALUES (l.valid_from), (l.valid_to)) x (day)
)
(SELECT * FROM before EXCEPT SELECT * FROM after) UNION ALL (SELECT * FROM after EXCEPT SELECT * FROM before)
