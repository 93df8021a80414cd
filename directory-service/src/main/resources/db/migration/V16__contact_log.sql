-- Names and phone numbers are personal data: who touched them is logged without any value, and they can be erased for good.
ALTER TABLE team_member
  ALTER COLUMN name DROP NOT NULL,
  ADD COLUMN revision bigint NOT NULL DEFAULT 1,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT ck_team_member_erased_at CHECK (
    CASE WHEN erased_at IS NULL THEN name IS NOT NULL ELSE name IS NULL AND phone IS NULL END);

COMMENT ON COLUMN team_member.erased_at IS 'Name and phone were erased on request; role, body and days stay, so that the counts stay.';

CREATE TABLE contact_log (
  id        uuid        NOT NULL DEFAULT uuidv7(),
  team_id   uuid        NOT NULL,
  member_id uuid,
  action    text        NOT NULL,
  fields    text[]      NOT NULL,
  reason    text,
  at        timestamptz NOT NULL,
  by        text        NOT NULL,
  CONSTRAINT pk_contact_log PRIMARY KEY (id),
  CONSTRAINT fk_contact_log_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT fk_contact_log_member_id FOREIGN KEY (member_id) REFERENCES team_member (id),
  CONSTRAINT ck_contact_log_action CHECK (action IN ('ENTERED', 'CHANGED', 'READ', 'ERASED'))
);

CREATE INDEX ix_contact_log_team_id ON contact_log (team_id, id);
CREATE INDEX ix_contact_log_member_id ON contact_log (member_id);

COMMENT ON TABLE contact_log IS 'Who entered, changed, read or erased personal data of members, and which fields; never the values.';
COMMENT ON COLUMN contact_log.member_id IS 'NULL: all members of the team were read.';
COMMENT ON COLUMN contact_log.reason IS 'Of an erasure; refused where it repeats what is erased.';
