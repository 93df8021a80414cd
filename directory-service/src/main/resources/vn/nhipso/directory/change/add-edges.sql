INSERT INTO lineage_edge (from_code, effective_on, to_code, area, population, share, change_id, recorded_at)
SELECT from_code, effective_on, to_code, area, population, share, ?::uuid, ?::timestamptz
FROM unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::numeric[])
  AS n(from_code, effective_on, to_code, area, population, share)
