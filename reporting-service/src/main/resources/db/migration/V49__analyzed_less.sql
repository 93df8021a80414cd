-- What is written all the time would be looked over every few seconds while it is small, and each time every connection threw its plans away that name it:
-- beside a thousand measurements a second planning took as long as answering (docs/adr/0010). A rebuild gives its relation the same settings.
ALTER TABLE fact SET (autovacuum_analyze_threshold = 50000, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_threshold = 100000);
ALTER TABLE fact_revision SET (autovacuum_analyze_threshold = 50000, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_threshold = 100000);
ALTER TABLE rollup SET (autovacuum_analyze_threshold = 50000, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_threshold = 100000);
ALTER TABLE rollup_period SET (autovacuum_analyze_threshold = 2000);
