-- A made-up country and what all its communes report of {indicators} indicators, month by month, as the reporting service has it after the events.
-- {provinces}, {districts} and {communes} are how many there are in all; {first} to {last} the years.
TRUNCATE unit_ancestor, unit_size, unit_life, fact, rollup, rollup_period, period;
DELETE FROM unit_version WHERE code <> 'VN';
DELETE FROM definition_revision WHERE code LIKE 'BENCH-%';
INSERT INTO unit_version (code, valid, name, full_name, type, level, parent_code)
SELECT 'p' || p, '[2004-01-01,)', 'P' || p, 'P' || p, 'tỉnh', 1, 'VN' FROM generate_series(0, {provinces} - 1) p;
INSERT INTO unit_version (code, valid, name, full_name, type, level, parent_code)
SELECT 'd' || d, '[2004-01-01,)', 'D' || d, 'D' || d, 'huyện', 2, 'p' || d % {provinces} FROM generate_series(0, {districts} - 1) d;
INSERT INTO unit_version (code, valid, name, full_name, type, level, parent_code)
SELECT 'c' || c, '[2004-01-01,)', 'C' || c, 'C' || c, 'xã', 3, 'd' || c % {districts} FROM generate_series(0, {communes} - 1) c;
WITH RECURSIVE up AS (
  SELECT code AS unit, level AS unit_level, code AS ancestor, level AS ancestor_level, parent_code FROM unit_version
  UNION ALL
  SELECT u.unit, u.unit_level, a.code, a.level, a.parent_code FROM up u JOIN unit_version a ON a.code = u.parent_code
)
INSERT INTO unit_ancestor (unit, ancestor, valid_from, valid_to, unit_level, ancestor_level, ancestor_parent)
SELECT unit, ancestor, '2004-01-01', 'infinity', unit_level, ancestor_level, parent_code FROM up;
INSERT INTO unit_size (unit, valid_from, valid_to, provinces, districts, communes)
SELECT ancestor, '2004-01-01', 'infinity', count(*) FILTER (WHERE unit_level = 1), count(*) FILTER (WHERE unit_level = 2),
       count(*) FILTER (WHERE unit_level = 3)
FROM unit_ancestor GROUP BY ancestor;
INSERT INTO unit_life (unit, valid_from, valid_to) SELECT code, '2004-01-01', 'infinity' FROM unit_version;
INSERT INTO definition_revision
  (code, revision, version, name_vi, name_en, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, lowest, frequency, calendar,
   above100, valid, recorded_at)
SELECT 'BENCH-' || i, 1, 1, 'Đo', 'Bench', 'FOUNDATION', 'RATIO', 'FLOW', '%', 2, 'UP', 8, 3, 'MONTH', 'CALENDAR', false, '(,)', '2020-01-01'
FROM generate_series(1, {indicators}) i;
INSERT INTO period (period, kind, starts, ends, months)
SELECT to_char(m, 'YYYY-MM'), 'MONTH', m::date, (m + interval '1 month - 1 day')::date, 1
FROM generate_series('{first}-01-01'::date, '{last}-12-01', interval '1 month') m;
INSERT INTO rollup_period (indicator, period, period_kind, months, starts, closes, version, kind, nature, reported_by, lowest)
SELECT 'BENCH-' || i, period, kind, months, starts, ends, 1, 'RATIO', 'FLOW', 8, 3 FROM period, generate_series(1, {indicators}) i;
INSERT INTO fact
  (indicator, period, unit, scope, revision, numerator, denominator, qualifiers, withdrawn, definition_version, measurement_id, recorded_at)
SELECT 'BENCH-' || i, p.period, 'c' || c, 'OWN', 1, (i * 31 + c * 7) % 9000, 10000, 0, false, 1, i || '-' || c || '-' || p.period, '2025-01-01'
FROM period p, generate_series(0, {communes} - 1) c, generate_series(1, {indicators}) i;
VACUUM (ANALYZE);
