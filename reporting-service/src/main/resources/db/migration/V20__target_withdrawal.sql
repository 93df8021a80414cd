ALTER TABLE target_revision ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

-- A target that was taken back counts for nothing until another is set.
CREATE OR REPLACE VIEW target AS
SELECT indicator, unit, period, revision, id, comparator, value, qualifiers, document, assigned_by, recorded_at, withdrawn
FROM (
  SELECT DISTINCT ON (indicator, unit, period) *
  FROM target_revision
  ORDER BY indicator, unit, period, revision DESC) AS newest
WHERE NOT withdrawn;
