-- Text as people type it in a hurry: lower case, without diacritics, words parted by single blanks. Vietnamese letters are Latin ones with marks,
-- except đ, so that "ho so" finds "hồ sơ". Bodies of the SQL standard are bound when they are made: a restored dump finds what they name.
CREATE FUNCTION folded(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    lower(translate(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dD')), '[^a-z0-9]+', ' ', 'g'));

-- Weights: A the code, B the names, D everything else. PostgreSQL's own parser would take "nộp/xử" for a file name.
CREATE FUNCTION indicator_words(code text, names text, more text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT coalesce(string_agg(left(word, 100) || ':' || least(place, 16383) || weight, ' '), '')::tsvector
    FROM (
      SELECT word, weight, row_number() OVER (ORDER BY part, nth) AS place
      FROM (VALUES (1, 'A', code), (2, 'B', names), (3, 'D', more)) AS given (part, weight, said),
        string_to_table(folded(said), ' ') WITH ORDINALITY AS words (word, nth)
      WHERE word <> '') AS placed);

-- All words in any order, the last one perhaps not yet written out; null where there is none.
CREATE FUNCTION indicator_asked(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT string_agg(left(word, 100) || CASE WHEN nth = last THEN ':*' ELSE '' END, ' & ' ORDER BY nth)::tsquery
    FROM (
      SELECT word, nth, max(nth) OVER () AS last
      FROM string_to_table(folded(words), ' ') WITH ORDINALITY AS asked (word, nth)
      WHERE word <> '') AS numbered);

ALTER TABLE indicator DROP COLUMN search;

ALTER TABLE indicator ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (indicator_words(
  code, name_vi || ' ' || name_en,
  coalesce(definition, '') || ' ' || coalesce(numerator_label, '') || ' ' || coalesce(denominator_label, '') || ' ' || coalesce(custodian, ''))) STORED;

CREATE INDEX ix_indicator_words ON indicator USING gin (words);
