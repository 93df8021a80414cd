-- Teams of the directory, without anything personal: where they stood when, and how many members they had.

CREATE TABLE team (
  id          text        NOT NULL,
  revision    integer     NOT NULL,
  kind        text        NOT NULL,
  level       text        NOT NULL,
  name        text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_team PRIMARY KEY (id)
);

CREATE TABLE team_revision (
  id          text        NOT NULL,
  revision    integer     NOT NULL,
  recorded_at timestamptz NOT NULL,
  data        jsonb       NOT NULL,
  CONSTRAINT pk_team_revision PRIMARY KEY (id, revision)
);

CREATE TABLE team_placement (
  team  text      NOT NULL,
  unit  text      NOT NULL,
  valid daterange NOT NULL
);

CREATE INDEX ix_team_placement_unit ON team_placement (unit);
CREATE INDEX ix_team_placement_team ON team_placement (team);

CREATE TABLE team_size (
  team    text      NOT NULL,
  valid   daterange NOT NULL,
  members integer   NOT NULL
);

CREATE INDEX ix_team_size_team ON team_size (team);
