-- Definitions and targets, every revision of them: reports may be asked as of an earlier moment.

CREATE TABLE definition_revision (
  code            text        NOT NULL,
  revision        integer     NOT NULL,
  version         integer     NOT NULL,
  name_vi         text        NOT NULL,
  name_en         text        NOT NULL,
  pillar          text        NOT NULL,
  kind            text        NOT NULL,
  nature          text        NOT NULL,
  unit_of_measure text        NOT NULL,
  decimals        smallint    NOT NULL,
  direction       text        NOT NULL,
  reported_by     smallint    NOT NULL,
  lowest          smallint    NOT NULL,
  frequency       text        NOT NULL,
  calendar        text        NOT NULL,
  weight          text,
  above100        boolean     NOT NULL,
  valid           daterange   NOT NULL,
  recorded_at     timestamptz NOT NULL,
  CONSTRAINT pk_definition_revision PRIMARY KEY (code, revision),
  CONSTRAINT ck_definition_revision_kind CHECK (kind IN ('RATIO', 'SHARE', 'COUNT', 'FLAG')),
  CONSTRAINT ck_definition_revision_nature CHECK (nature IN ('FLOW', 'STOCK')),
  CONSTRAINT ck_definition_revision_calendar CHECK (calendar IN ('CALENDAR', 'ADMINISTRATIVE')),
  CONSTRAINT ck_definition_revision_lowest CHECK (lowest BETWEEN 1 AND 3)
);

COMMENT ON COLUMN definition_revision.reported_by IS 'Bit n is set where level n has a part of its own: 2 PROVINCE, 4 DISTRICT, 8 COMMUNE.';
COMMENT ON COLUMN definition_revision.lowest IS 'The deepest level in reported_by; its OWN is also the stated WHOLE.';

-- Of each version what was said last.
CREATE VIEW definition AS
SELECT DISTINCT ON (code, version) *
FROM definition_revision
ORDER BY code, version, revision DESC;

-- What the directory counts becomes figures by themselves.
INSERT INTO definition_revision
  (code, revision, version, name_vi, name_en, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, lowest, frequency, calendar,
   above100, valid, recorded_at)
VALUES
  ('REG-TEAMS', 1, 1, 'Số tổ công nghệ số cộng đồng có trong sổ', 'Community teams in the register', 'FOUNDATION', 'COUNT', 'STOCK', 'tổ', 0, 'UP',
   8, 3, 'ANY', 'CALENDAR', false, '(,)', '2000-01-01T00:00:00Z'),
  ('REG-MEMBERS', 1, 1, 'Số thành viên tổ công nghệ số cộng đồng có trong sổ', 'Members of community teams in the register', 'FOUNDATION', 'COUNT', 'STOCK',
   'người', 0, 'UP', 8, 3, 'ANY', 'CALENDAR', false, '(,)', '2000-01-01T00:00:00Z'),
  ('REG-HAMLETS', 1, 1, 'Tỷ lệ thôn, ấp trong sổ có tổ công nghệ số cộng đồng', 'Registered hamlets with a community team', 'FOUNDATION', 'RATIO', 'STOCK',
   '%', 2, 'UP', 8, 3, 'ANY', 'CALENDAR', false, '(,)', '2000-01-01T00:00:00Z');

CREATE TABLE target_revision (
  indicator       text        NOT NULL,
  unit            text        NOT NULL,
  period          text        NOT NULL,
  revision        integer     NOT NULL,
  id              text        NOT NULL,
  comparator      text        NOT NULL,
  value           numeric     NOT NULL,
  qualifiers      smallint    NOT NULL,
  document        jsonb,
  assigned_by     text,
  recorded_at     timestamptz NOT NULL,
  CONSTRAINT pk_target_revision PRIMARY KEY (indicator, unit, period, revision),
  CONSTRAINT ck_target_revision_comparator CHECK (comparator IN ('>=', '<='))
);

CREATE INDEX ix_target_revision_unit ON target_revision (unit);

CREATE VIEW target AS
SELECT DISTINCT ON (indicator, unit, period) *
FROM target_revision
ORDER BY indicator, unit, period, revision DESC;
