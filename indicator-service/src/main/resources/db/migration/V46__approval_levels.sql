-- Which levels approve the returns of a unit and of all below it, in turn; of several units in a line the nearest counts. Rows are added, never
-- altered: the newest of a unit counts, and one without levels takes back what stood.
CREATE TABLE approval_levels (
  unit        text COLLATE "C" NOT NULL,
  revision    integer NOT NULL,
  levels      text[],
  author      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_approval_levels PRIMARY KEY (unit, revision)
);
