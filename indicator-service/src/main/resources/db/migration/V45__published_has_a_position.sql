-- What is published without a position would never reach those who follow the log. A replica of the version before, which knows of no position, is refused
-- while it is being replaced: nothing that it could not tell is acknowledged.
ALTER TABLE measurement_revision ADD CONSTRAINT ck_measurement_revision_position CHECK (published = (position IS NOT NULL));
