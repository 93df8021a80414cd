-- Up to which position of the log the comparing checks have looked at everything. One row.
CREATE TABLE check_position (
  only_one boolean NOT NULL DEFAULT true,
  position bigint NOT NULL,
  CONSTRAINT pk_check_position PRIMARY KEY (only_one),
  CONSTRAINT ck_check_position_only_one CHECK (only_one)
);

INSERT INTO check_position (position) VALUES (0);

-- What is to be looked at beside what the log tells of: values that wait for publication.
CREATE TABLE check_request (
  id        bigint GENERATED ALWAYS AS IDENTITY,
  unit      text COLLATE "C" NOT NULL,
  period    text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  scope     text COLLATE "C" NOT NULL,
  CONSTRAINT pk_check_request PRIMARY KEY (id)
);

COMMENT ON TABLE check_request IS 'Deleted in the transaction that looks.';
