-- Codes that some publications use for a unit beside its own.
CREATE TABLE code_alias (
  alias       text        NOT NULL,
  code        text        NOT NULL,
  valid       daterange   NOT NULL,
  note        text,
  revision    bigint      NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text        NOT NULL,
  CONSTRAINT pk_code_alias PRIMARY KEY (alias),
  CONSTRAINT ck_code_alias_code CHECK (code <> alias),
  CONSTRAINT ck_code_alias_valid CHECK (NOT isempty(valid))
);

CREATE INDEX ix_code_alias_code ON code_alias (code);

COMMENT ON COLUMN code_alias.code IS 'The main code: on each day the unit that bears it then.';
COMMENT ON COLUMN code_alias.valid IS 'The days on which the alias is used; a unit that bears the code itself always comes first.';

-- What the record said before.
CREATE TABLE code_alias_superseded (
  alias       text        NOT NULL,
  code        text        NOT NULL,
  valid       daterange   NOT NULL,
  note        text,
  revision    bigint      NOT NULL,
  recorded    tstzrange   NOT NULL,
  recorded_by text        NOT NULL,
  CONSTRAINT pk_code_alias_superseded PRIMARY KEY (alias, revision),
  CONSTRAINT ck_code_alias_superseded_recorded CHECK (NOT isempty(recorded) AND NOT upper_inf(recorded))
);

-- All that was known at a moment. Inlined by the planner.
CREATE FUNCTION code_alias_as_of(known_at timestamptz)
RETURNS TABLE (alias text, code text, valid daterange)
LANGUAGE sql STABLE AS $$
  SELECT alias, code, valid FROM code_alias WHERE recorded_at <= known_at
  UNION ALL
  SELECT alias, code, valid FROM code_alias_superseded WHERE recorded @> known_at
$$;
