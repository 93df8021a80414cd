-- How pairs of indicator and period can be answered: kept, or made of kept periods inside them, or from the register; and their days; and whether
-- anybody reported periods that might say something else.
-- In: pairs; the periods spelled out. What is kept is of now: as of a moment everything is made.
WITH wanted AS (
  SELECT DISTINCT * FROM unnest(?::text[], ?::text[]) AS w (indicator, period)
),
spelled AS (
  SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::smallint[]) AS s (period, kind, starts, ends, months)
),
defined AS (
  {defined}
)
SELECT d.indicator, d.period, d.closes, d.version,
       coalesce(current_setting('nhipso.as_of', true), '') = ''
         AND EXISTS (SELECT FROM rollup_period k WHERE k.indicator = d.indicator AND k.period = d.period) AS kept,
       EXISTS (
         SELECT FROM rollup_period k
         WHERE k.indicator = d.indicator AND CASE d.nature WHEN 'STOCK' THEN k.closes ELSE k.starts END >= d.starts AND k.closes <= d.closes) AS made,
       EXISTS (
         SELECT FROM rollup_period k
         WHERE k.indicator = d.indicator AND k.period <> d.period
           AND CASE d.nature
             WHEN 'STOCK' THEN k.closes = d.closes
             ELSE d.kind IN ('RATIO', 'COUNT') AND k.period_kind IN ('MONTH', 'QUARTER', 'HALF') AND k.starts >= d.starts AND k.closes <= d.closes
           END) AS derivable
FROM defined d
