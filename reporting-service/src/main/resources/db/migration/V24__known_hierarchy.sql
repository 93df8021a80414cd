-- From when on something has been known of the hierarchy and of teams, and until when it was: what a change supersedes goes to the past. The moment is that of
-- the change's marker, so that whoever hears of it later knows the same.
ALTER TABLE unit_change ADD COLUMN known_at timestamptz;
UPDATE unit_change SET known_at = recorded_at;
ALTER TABLE unit_change ALTER COLUMN known_at SET NOT NULL;
COMMENT ON COLUMN unit_change.known_at IS 'When it was recorded; never earlier than a change before it.';
CREATE INDEX ix_unit_change_known_at ON unit_change (known_at);

ALTER TABLE unit_version ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE lineage_edge ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE unit_ancestor ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE unit_size ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE unit_life ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';

CREATE TABLE unit_version_past (LIKE unit_version, known_to timestamptz NOT NULL);
CREATE INDEX ix_unit_version_past_code ON unit_version_past (code);
CREATE INDEX ix_unit_version_past_parent_code ON unit_version_past (parent_code);

CREATE TABLE lineage_edge_past (LIKE lineage_edge, known_to timestamptz NOT NULL);
CREATE INDEX ix_lineage_edge_past_from_code ON lineage_edge_past (from_code, effective_on);
CREATE INDEX ix_lineage_edge_past_to_code ON lineage_edge_past (to_code, effective_on);

CREATE TABLE unit_ancestor_past (LIKE unit_ancestor, known_to timestamptz NOT NULL);
CREATE INDEX ix_unit_ancestor_past_unit ON unit_ancestor_past (unit);
CREATE INDEX ix_unit_ancestor_past_ancestor ON unit_ancestor_past (ancestor);

CREATE TABLE unit_size_past (LIKE unit_size, known_to timestamptz NOT NULL);
CREATE INDEX ix_unit_size_past_unit ON unit_size_past (unit);

CREATE TABLE unit_life_past (LIKE unit_life, known_to timestamptz NOT NULL);
CREATE INDEX ix_unit_life_past_unit ON unit_life_past (unit);

ALTER TABLE team_placement ADD COLUMN known_from timestamptz;
UPDATE team_placement p SET known_from = (SELECT recorded_at FROM team t WHERE t.id = p.team);
ALTER TABLE team_placement ALTER COLUMN known_from SET NOT NULL;
ALTER TABLE team_size ADD COLUMN known_from timestamptz;
UPDATE team_size s SET known_from = (SELECT recorded_at FROM team t WHERE t.id = s.team);
ALTER TABLE team_size ALTER COLUMN known_from SET NOT NULL;

CREATE TABLE team_past (LIKE team, known_to timestamptz NOT NULL);
CREATE INDEX ix_team_past_id ON team_past (id);

CREATE TABLE team_placement_past (LIKE team_placement, known_to timestamptz NOT NULL);
CREATE INDEX ix_team_placement_past_unit ON team_placement_past (unit);
CREATE INDEX ix_team_placement_past_team ON team_placement_past (team);

CREATE TABLE team_size_past (LIKE team_size, known_to timestamptz NOT NULL);
CREATE INDEX ix_team_size_past_team ON team_size_past (team);

CREATE VIEW known.unit_change AS
SELECT id, kind, act_number, effective_on, recorded_at, data, known_at FROM unit_change WHERE known_at <= (SELECT known.moment());

CREATE VIEW known.unit_version AS
SELECT code, valid, name, full_name, type, level, parent_code
FROM (
  SELECT code, valid, name, full_name, type, level, parent_code, known_from, 'infinity'::timestamptz AS known_to FROM unit_version
  UNION ALL
  SELECT code, valid, name, full_name, type, level, parent_code, known_from, known_to FROM unit_version_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.lineage_edge AS
SELECT from_code, effective_on, ordinal, revision, to_code, area, population, share
FROM (
  SELECT from_code, effective_on, ordinal, revision, to_code, area, population, share, known_from, 'infinity'::timestamptz AS known_to FROM lineage_edge
  UNION ALL
  SELECT from_code, effective_on, ordinal, revision, to_code, area, population, share, known_from, known_to FROM lineage_edge_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.unit_ancestor AS
SELECT unit, ancestor, valid_from, valid_to, unit_level, ancestor_level, ancestor_parent
FROM (
  SELECT unit, ancestor, valid_from, valid_to, unit_level, ancestor_level, ancestor_parent, known_from, 'infinity'::timestamptz AS known_to
  FROM unit_ancestor
  UNION ALL
  SELECT unit, ancestor, valid_from, valid_to, unit_level, ancestor_level, ancestor_parent, known_from, known_to
  FROM unit_ancestor_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.unit_size AS
SELECT unit, valid_from, valid_to, provinces, districts, communes
FROM (
  SELECT unit, valid_from, valid_to, provinces, districts, communes, known_from, 'infinity'::timestamptz AS known_to FROM unit_size
  UNION ALL
  SELECT unit, valid_from, valid_to, provinces, districts, communes, known_from, known_to FROM unit_size_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.unit_life AS
SELECT unit, valid_from, valid_to
FROM (
  SELECT unit, valid_from, valid_to, known_from, 'infinity'::timestamptz AS known_to FROM unit_life
  UNION ALL
  SELECT unit, valid_from, valid_to, known_from, known_to FROM unit_life_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.team AS
SELECT id, revision, kind, level, name, recorded_at
FROM (
  SELECT id, revision, kind, level, name, recorded_at, 'infinity'::timestamptz AS known_to FROM team
  UNION ALL
  SELECT id, revision, kind, level, name, recorded_at, known_to FROM team_past) k
WHERE k.recorded_at <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.team_placement AS
SELECT team, unit, valid
FROM (
  SELECT team, unit, valid, known_from, 'infinity'::timestamptz AS known_to FROM team_placement
  UNION ALL
  SELECT team, unit, valid, known_from, known_to FROM team_placement_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());

CREATE VIEW known.team_size AS
SELECT team, valid, members
FROM (
  SELECT team, valid, members, known_from, 'infinity'::timestamptz AS known_to FROM team_size
  UNION ALL
  SELECT team, valid, members, known_from, known_to FROM team_size_past) k
WHERE k.known_from <= (SELECT known.moment()) AND k.known_to > (SELECT known.moment());
