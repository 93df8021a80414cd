-- On which days each version of these codes counts, from the last words of each.
INSERT INTO indicator_version (code, version, revision, valid)
SELECT code, version, revision, CASE WHEN begins < ends THEN daterange(valid_from, nullif(ends, 'infinity')) ELSE 'empty' END
FROM (
  SELECT code, version, revision, valid_from, coalesce(valid_from, '-infinity') AS begins,
    least(coalesce(valid_to, 'infinity'), min(coalesce(valid_from, '-infinity')) OVER newer) AS ends
  FROM (
    SELECT DISTINCT ON (code, version) code, version, revision, (body ->> 'validFrom')::date AS valid_from, (body ->> 'validTo')::date AS valid_to
    FROM indicator_revision
    WHERE code = ANY (?)
    ORDER BY code, version, revision DESC) AS last_words
  WINDOW newer AS (PARTITION BY code ORDER BY version DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS spans
