-- Runs after every migration. The migrations' role owns everything; the service works with another (quarkus.datasource.username), which owns nothing
-- and can only read and append to the log and to the history of returns: it cannot alter, empty or drop it, nor take its trigger away.
-- Where both are one role, as on a developer's own database, only the trigger guards the log.
DO $$
BEGIN
  IF current_user <> '${service}' THEN
    GRANT USAGE ON SCHEMA public TO "${service}";
    GRANT ALL ON ALL TABLES IN SCHEMA public TO "${service}";
    GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO "${service}";
    REVOKE ALL ON measurement_revision, report_return_history, flyway_schema_history FROM "${service}";
    GRANT SELECT, INSERT ON measurement_revision, report_return_history TO "${service}";
    GRANT SELECT ON flyway_schema_history TO "${service}";
  END IF;
END $$;
