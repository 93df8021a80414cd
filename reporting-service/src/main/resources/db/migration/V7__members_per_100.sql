-- Members of community teams per 100 people: the register counts the members, the people are what somebody reports.
INSERT INTO definition_revision
  (code, revision, version, name_vi, name_en, pillar, kind, nature, unit_of_measure, decimals, direction, reported_by, lowest, frequency, calendar,
   above100, valid, recorded_at)
VALUES
  ('REG-MEMBERS-100', 1, 1, 'Số thành viên tổ công nghệ số cộng đồng trên 100 dân', 'Members of community teams per 100 people', 'FOUNDATION', 'RATIO',
   'STOCK', 'người/100 dân', 2, 'UP', 8, 3, 'ANY', 'CALENDAR', true, '(,)', '2000-01-01T00:00:00Z');

CREATE TABLE registry_population (
  only_one  boolean NOT NULL DEFAULT true,
  indicator text    NOT NULL,
  CONSTRAINT pk_registry_population PRIMARY KEY (only_one),
  CONSTRAINT ck_registry_population_only_one CHECK (only_one)
);

COMMENT ON COLUMN registry_population.indicator IS 'Whose figures are the people: nhipso.registry.population-indicator, put here when a service starts.';

INSERT INTO registry_population (indicator) VALUES ('POP');
