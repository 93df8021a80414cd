-- Tells those who listen where the rollups made anew become others by taking the place of the served ones. In: {unlike} like unlike.sql.
INSERT INTO rollup_update (made, indicator, period, units)
SELECT pg_current_xact_id(), u.indicator, u.period, u.units
FROM (
  {unlike}
) u (indicator, period, rows, units)
