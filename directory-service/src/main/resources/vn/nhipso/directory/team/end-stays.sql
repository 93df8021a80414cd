-- Cuts off what stays of teams from their ends on. Parameters: teams, days after the last.
WITH ended AS (SELECT * FROM unnest(?::uuid[], ?::date[]) AS n(id, day)),
gone AS (
  DELETE FROM team_placement p USING ended WHERE p.team_id = ended.id AND lower(p.valid) >= ended.day)
UPDATE team_placement p SET valid = daterange(lower(p.valid), ended.day)
FROM ended WHERE p.team_id = ended.id AND p.valid @> ended.day AND lower(p.valid) < ended.day
