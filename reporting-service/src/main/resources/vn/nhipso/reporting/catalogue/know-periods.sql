INSERT INTO period SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::smallint[]) ON CONFLICT DO NOTHING
