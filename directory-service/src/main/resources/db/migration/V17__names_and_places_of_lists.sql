-- Lists of teams, committees and activities: by names without diacritics, and within a unit at each item's own time.

-- As SearchWords: decomposed, without marks, lower case, one blank between words.
CREATE FUNCTION search_words(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(
  lower(translate(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')), '[^[:alnum:]]+', ' ', 'g'));

ALTER TABLE team ADD COLUMN search_name text GENERATED ALWAYS AS (search_words(name)) STORED;
ALTER TABLE committee ADD COLUMN search_name text GENERATED ALWAYS AS (search_words(name)) STORED;
ALTER TABLE activity ADD COLUMN search_name text GENERATED ALWAYS AS (search_words(name)) STORED;

-- The day on which to look at a span: today, or its last day where it is over, or its first where it is still to come.
CREATE FUNCTION day_within(span daterange, today date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN greatest(lower(span), least(today, upper(span) - 1));

-- Whether who bears the code on the day stands in the subtree of a unit, or is that unit. There are five levels; joins are far quicker than a walk.
CREATE FUNCTION unit_stands_in(asked_code text, asked_day date, holder uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (
  SELECT FROM unit_version u
  LEFT JOIN unit_version above ON above.code = u.parent_code AND above.valid @> asked_day
  LEFT JOIN unit_version higher ON higher.code = above.parent_code AND higher.valid @> asked_day
  LEFT JOIN unit_version highest ON highest.code = higher.parent_code AND highest.valid @> asked_day
  LEFT JOIN unit_version root ON root.code = highest.parent_code AND root.valid @> asked_day
  WHERE u.code = asked_code AND u.valid @> asked_day
    AND holder IN (u.unit_id, above.unit_id, higher.unit_id, highest.unit_id, root.unit_id));

-- The same thing is entered once for a unit, not for a code: codes are used again for other units, which have teams of the same name.
ALTER TABLE team ADD COLUMN unit_id uuid;
UPDATE team SET unit_id = (
  SELECT u.unit_id FROM team_placement p JOIN unit_version u ON u.code = p.unit_code AND u.valid @> lower(p.valid)
  WHERE p.team_id = team.id ORDER BY p.valid LIMIT 1);
ALTER TABLE team ALTER COLUMN unit_id SET NOT NULL;
DROP INDEX uq_team_unit_code_kind_name_valid_from;
CREATE UNIQUE INDEX uq_team_unit_id_kind_name_valid_from ON team (unit_id, kind, lower(name), coalesce(valid_from, '-infinity'));

ALTER TABLE committee ADD COLUMN unit_id uuid;
UPDATE committee SET unit_id = (
  SELECT u.unit_id FROM committee_placement p JOIN unit_version u ON u.code = p.unit_code AND u.valid @> lower(p.valid)
  WHERE p.committee_id = committee.id ORDER BY p.valid LIMIT 1);
ALTER TABLE committee ALTER COLUMN unit_id SET NOT NULL;
DROP INDEX uq_committee_unit_code_name_valid_from;
CREATE UNIQUE INDEX uq_committee_unit_id_name_valid_from ON committee (unit_id, lower(name), coalesce(valid_from, '-infinity'));

DROP INDEX uq_activity_kind_unit_code_name_valid_from;
CREATE UNIQUE INDEX uq_activity_unit_id_kind_name_valid_from
  ON activity (unit_id, kind, lower(name), coalesce(valid_from, '-infinity'));

COMMENT ON COLUMN team.unit_id IS 'The unit at which it was entered.';
COMMENT ON COLUMN committee.unit_id IS 'The unit at which it was entered.';

-- Where somebody said where a team or committee went, a rule does not say otherwise later.
ALTER TABLE team_placement ADD COLUMN assigned boolean NOT NULL DEFAULT false;
ALTER TABLE committee_placement ADD COLUMN assigned boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN team_placement.assigned IS 'It came here because somebody said so, not with the population.';
COMMENT ON COLUMN committee_placement.assigned IS 'It came here because somebody said so, not with the population.';
