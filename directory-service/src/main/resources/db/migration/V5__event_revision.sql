-- The revision of each key of unit and lineage events: 1, 2, 3 … without gaps, in commit order. Teams carry their own.
CREATE TABLE event_revision (
  key      text   NOT NULL,
  revision bigint NOT NULL,
  CONSTRAINT pk_event_revision PRIMARY KEY (key)
);
