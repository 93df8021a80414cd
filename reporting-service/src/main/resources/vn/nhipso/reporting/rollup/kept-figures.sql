-- The chosen figures of rollups that are kept, and no more. In: {part} (children or whole); indicators, periods (pairs); units.
-- Out: pair, which of the indicators and periods, from 1.
SELECT w.pair, r.unit, r.level, r.{part}_basis, r.{part}_expected, r.not_applicable,
       CASE r.{part}_basis WHEN 'STATED' THEN r.{part}_stated_n WHEN 'ESTIMATED' THEN r.{part}_estimate_n ELSE r.{part}_n END,
       CASE r.{part}_basis WHEN 'STATED' THEN r.{part}_stated_d WHEN 'ESTIMATED' THEN r.{part}_estimate_w ELSE r.{part}_d END,
       CASE r.{part}_basis WHEN 'STATED' THEN r.{part}_stated_v END,
       r.{part}_stated_absence
FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS w (indicator, period, pair)
JOIN rollup r ON r.indicator = w.indicator AND r.period = w.period AND r.unit = ANY (?::text[])
