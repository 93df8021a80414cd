-- What a definition says about a period. In: wanted indicator, period; {spelled} like period. Out: like rollup_period.
-- The view known.rollup_period says the same of an earlier moment.
SELECT w.indicator, w.period, p.kind AS period_kind, p.months,
       CASE WHEN p.kind = 'DAY' OR d.calendar = 'CALENDAR' THEN p.starts ELSE (p.starts - interval '1 month' + interval '14 days')::date END AS starts,
       CASE WHEN p.kind = 'DAY' OR d.calendar = 'CALENDAR' THEN p.ends ELSE (date_trunc('month', p.ends) + interval '13 days')::date END AS closes,
       d.version, d.kind, d.nature, d.reported_by, d.lowest, d.weight
FROM wanted w
JOIN {spelled} p ON p.period = w.period
CROSS JOIN LATERAL (
  SELECT * FROM definition d WHERE d.code = w.indicator ORDER BY d.valid @> p.ends DESC, d.version DESC LIMIT 1
) d
