INSERT INTO lineage_edge (from_code, effective_on, to_code, area, population, share, instrument, note, change_id, recorded_at)
SELECT from_code, effective_on, to_code, area, population, share, instrument, note, ?::uuid, ?::timestamptz
FROM unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[])
  AS n(from_code, effective_on, to_code, area, population, share, instrument, note)
