-- How many days after the closing day a report is due, per calendar and frequency. Rows are added, never altered: the newest that had begun on a
-- period's closing day counts for it, so that a new rule does not make late what was in time.
CREATE TABLE reporting_calendar (
  calendar     text NOT NULL,
  revision     integer NOT NULL,
  valid_from   date NOT NULL,
  month_days   integer NOT NULL,
  quarter_days integer NOT NULL,
  half_days    integer NOT NULL,
  year_days    integer NOT NULL,
  author       text NOT NULL,
  recorded_at  timestamptz NOT NULL,
  CONSTRAINT pk_reporting_calendar PRIMARY KEY (calendar, revision),
  CONSTRAINT ck_reporting_calendar_days CHECK (least(month_days, quarter_days, half_days, year_days) >= 0)
);

INSERT INTO reporting_calendar (calendar, revision, valid_from, month_days, quarter_days, half_days, year_days, author, recorded_at) VALUES
  ('ADMINISTRATIVE', 1, DATE '1900-01-01', 3, 5, 5, 10, '', now()),
  ('CALENDAR', 1, DATE '1900-01-01', 5, 10, 15, 30, '', now());

-- Others learn the defaults as they learn every change.
INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
SELECT 'indicator.catalogue', calendar, 'vn.nhipso.calendar.changed.v1', 0,
       json_build_object('calendar', calendar, 'revision', revision, 'closesOn', CASE calendar WHEN 'CALENDAR' THEN 31 ELSE 14 END,
         'validFrom', valid_from,
         'deadlines', json_build_object('MONTH', month_days, 'QUARTER', quarter_days, 'HALF', half_days, 'YEAR', year_days),
         'recordedAt', to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
FROM reporting_calendar ORDER BY calendar;
