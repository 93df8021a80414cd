-- Steering committees (ban chỉ đạo chuyển đổi số). Who sits in them is named by public decisions.
CREATE TABLE committee (
  id                 uuid        NOT NULL,
  unit_code          text        NOT NULL,
  name               text        NOT NULL,
  note               text,
  decision_number    text,
  decision_issuer    text,
  decision_issued_on date,
  valid_from         date,
  valid_to           date,
  revision           bigint      NOT NULL,
  recorded_at        timestamptz NOT NULL,
  recorded_by        text        NOT NULL,
  CONSTRAINT pk_committee PRIMARY KEY (id),
  CONSTRAINT ck_committee_valid_to CHECK (valid_to > valid_from)
);

CREATE UNIQUE INDEX uq_committee_unit_code_name_valid_from
  ON committee (unit_code, lower(name), coalesce(valid_from, '-infinity'));

CREATE TABLE committee_placement (
  committee_id uuid      NOT NULL,
  unit_code    text      NOT NULL,
  valid        daterange NOT NULL,
  CONSTRAINT pk_committee_placement PRIMARY KEY (committee_id, valid WITHOUT OVERLAPS),
  CONSTRAINT fk_committee_placement_committee_id FOREIGN KEY (committee_id) REFERENCES committee (id),
  CONSTRAINT fk_committee_placement_unit_code FOREIGN KEY (unit_code, PERIOD valid)
    REFERENCES unit_version (code, PERIOD valid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_committee_placement_unit_code ON committee_placement (unit_code);

CREATE TABLE committee_member (
  id           uuid    NOT NULL,
  committee_id uuid    NOT NULL,
  place        integer NOT NULL,
  name         text,
  office       text,
  position     text,
  role         text    NOT NULL,
  CONSTRAINT pk_committee_member PRIMARY KEY (id),
  CONSTRAINT fk_committee_member_committee_id FOREIGN KEY (committee_id) REFERENCES committee (id),
  CONSTRAINT ck_committee_member_role CHECK (role IN ('HEAD', 'STANDING_DEPUTY', 'DEPUTY', 'MEMBER')),
  CONSTRAINT ck_committee_member_name CHECK (coalesce(name, office, position) IS NOT NULL)
);

CREATE INDEX ix_committee_member_committee_id ON committee_member (committee_id);

COMMENT ON COLUMN committee_member.name IS 'Of a public official in office, as the decision prints it; NULL where an office is the member.';
