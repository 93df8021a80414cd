-- How often that has changed of which answers are made: an answer given before stands as long as these numbers do (docs/adr/0010).

ALTER TABLE family ADD COLUMN changes bigint NOT NULL DEFAULT 0;

-- Every batch counts: rows stay where they are only while their page has room.
ALTER TABLE family SET (fillfactor = 50);

COMMENT ON COLUMN family.changes IS 'Batches that held the family.';

CREATE TABLE upheaval (changes bigint NOT NULL);
INSERT INTO upheaval VALUES (0);

COMMENT ON TABLE upheaval IS 'One row: changes of units, definitions, targets and the register, and rebuilds.';
