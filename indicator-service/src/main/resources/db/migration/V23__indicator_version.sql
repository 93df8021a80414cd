CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE indicator
  ADD COLUMN denominator_indicator text COLLATE "C",
  ADD COLUMN replaced_by           text COLLATE "C";

COMMENT ON COLUMN indicator.denominator_indicator IS 'Whose figure the denominator of a RATIO cites, for the unit and the calendar year.';

ALTER TABLE indicator_revision ADD COLUMN reason text;

-- On which days each version counts: from its own first day to that of the next one, or its own end. One that a later version took the place of
-- from its first day on counts on none (an empty range).
CREATE TABLE indicator_version (
  code     text COLLATE "C" NOT NULL,
  version  integer NOT NULL,
  revision integer NOT NULL,
  valid    daterange NOT NULL,
  CONSTRAINT pk_indicator_version PRIMARY KEY (code, version),
  CONSTRAINT fk_indicator_version_revision FOREIGN KEY (code, revision) REFERENCES indicator_revision (code, revision),
  CONSTRAINT ex_indicator_version_valid EXCLUDE USING gist (code WITH =, valid WITH &&)
);

COMMENT ON COLUMN indicator_version.revision IS 'The last words of the version.';

INSERT INTO indicator_version (code, version, revision, valid)
SELECT code, version, revision, CASE WHEN begins < ends THEN daterange(valid_from, nullif(ends, 'infinity')) ELSE 'empty' END
FROM (
  SELECT code, version, revision, valid_from, coalesce(valid_from, '-infinity') AS begins,
    least(coalesce(valid_to, 'infinity'), min(coalesce(valid_from, '-infinity')) OVER newer) AS ends
  FROM (
    SELECT DISTINCT ON (code, version) code, version, revision, (body ->> 'validFrom')::date AS valid_from, (body ->> 'validTo')::date AS valid_to
    FROM indicator_revision
    ORDER BY code, version, revision DESC) AS last_words
  WINDOW newer AS (PARTITION BY code ORDER BY version DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS spans;
