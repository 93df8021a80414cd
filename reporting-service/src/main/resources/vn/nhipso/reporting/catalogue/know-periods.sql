-- In one order by all: of two that know the same new periods, one waits for the other and never both.
INSERT INTO period SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::smallint[]) AS p (period) ORDER BY p.period
ON CONFLICT DO NOTHING
