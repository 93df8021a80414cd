-- The memory of requests keeps a digest of each, by which a guessed name could be confirmed: of those that entered the members themselves, and
-- of files that touched their team. An answer lists a thousand teams; one of more may have touched it. Parameters: places of the members, team.
WITH asked AS (SELECT ?::text[] AS places, ?::text AS team)
UPDATE idempotency_key k SET request_hash = 'erased'
FROM asked
WHERE k.location = ANY (asked.places)
  OR (k.location IS NULL AND k.body LIKE '%"membersJoined":%' AND (strpos(k.body, asked.team) > 0 OR k.body ~ '"itemCount":\d{4}'))
