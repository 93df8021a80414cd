-- Teams (tổ công nghệ số cộng đồng and others) and their members.
CREATE TABLE team (
  id                 uuid        NOT NULL,
  unit_code          text        NOT NULL,
  kind               text        NOT NULL,
  level              text        NOT NULL,
  name               text        NOT NULL,
  decision_number    text,
  decision_issuer    text,
  decision_issued_on date,
  valid_from         date,
  valid_to           date,
  revision           bigint      NOT NULL,
  recorded_at        timestamptz NOT NULL,
  recorded_by        text        NOT NULL,
  CONSTRAINT pk_team PRIMARY KEY (id),
  CONSTRAINT ck_team_kind CHECK (kind IN ('COMMUNITY', 'YOUTH', 'SUPPORT')),
  CONSTRAINT ck_team_level CHECK (level IN ('PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET')),
  CONSTRAINT ck_team_valid_to CHECK (valid_to > valid_from)
);

CREATE UNIQUE INDEX uq_team_unit_code_kind_name_valid_from
  ON team (unit_code, kind, lower(name), coalesce(valid_from, '-infinity'));

COMMENT ON COLUMN team.unit_code IS 'As it was entered; where the team was when stands in team_placement.';
COMMENT ON COLUMN team.valid_from IS 'NULL: not known; it counts from the first day of its unit on record.';

-- Where a team was when: it moves on with the population when its unit ends.
CREATE TABLE team_placement (
  team_id   uuid      NOT NULL,
  unit_code text      NOT NULL,
  valid     daterange NOT NULL,
  CONSTRAINT pk_team_placement PRIMARY KEY (team_id, valid WITHOUT OVERLAPS),
  CONSTRAINT fk_team_placement_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT fk_team_placement_unit_code FOREIGN KEY (unit_code, PERIOD valid)
    REFERENCES unit_version (code, PERIOD valid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_team_placement_unit_code ON team_placement (unit_code);

CREATE TABLE team_member (
  id          uuid        NOT NULL,
  team_id     uuid        NOT NULL,
  name        text        NOT NULL,
  role        text        NOT NULL,
  body        text,
  phone       text,
  member_from date,
  member_to   date,
  recorded_at timestamptz NOT NULL,
  recorded_by text        NOT NULL,
  CONSTRAINT pk_team_member PRIMARY KEY (id),
  CONSTRAINT fk_team_member_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT ck_team_member_role CHECK (role IN ('LEADER', 'DEPUTY', 'MEMBER')),
  CONSTRAINT ck_team_member_member_to CHECK (member_to > member_from)
);

CREATE INDEX ix_team_member_team_id ON team_member (team_id);

COMMENT ON COLUMN team_member.name IS 'Personal data: never in an event, a log, a URL or an answer to the public.';
COMMENT ON COLUMN team_member.phone IS 'Personal data: never in an event, a log, a URL or an answer to the public.';
COMMENT ON COLUMN team_member.body IS 'The body the member represents (Đoàn Thanh niên, Công an …).';
