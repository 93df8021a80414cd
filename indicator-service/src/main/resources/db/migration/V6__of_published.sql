-- A finding quotes figures. One that speaks of what is not published is only for those who report it; so it stays when it is resolved,
-- since its words do.
ALTER TABLE finding ADD COLUMN of_published boolean NOT NULL DEFAULT false;

-- Of what was recorded before, only what can be nothing else is open.
UPDATE finding f SET of_published = true
WHERE NOT EXISTS (
  SELECT 1 FROM measurement m JOIN measurement_revision r ON r.measurement_id = m.id
  WHERE m.unit = f.unit AND m.period = f.period AND NOT r.published);

-- Asked for whenever somebody reads who sees what waits: where that is.
CREATE INDEX ix_measurement_waiting ON measurement (unit, period) WHERE NOT published OR draft IS NOT NULL;
CREATE INDEX ix_finding_not_of_published ON finding (unit, period) WHERE NOT of_published;
