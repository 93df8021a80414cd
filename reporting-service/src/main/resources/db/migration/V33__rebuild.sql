-- A run of a rebuild that is under way: rollups are made anew in a relation of its own beside the served one. What a run that died leaves behind is found here.
CREATE TABLE rebuild (
  id         uuid        NOT NULL,
  relation   text        NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_rebuild PRIMARY KEY (id)
);

-- What was made anew in the served rollups while a rebuild runs, as often as it was: without a key, so that no batch waits for another or for the rebuild.
CREATE TABLE rebuild_touched (
  indicator text NOT NULL,
  period    text NOT NULL
);
