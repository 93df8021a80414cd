-- What became of units that ended or were divided: who reports for a successor may also report the periods of its predecessors.
CREATE TABLE lineage (
  from_code    text COLLATE "C" NOT NULL,
  effective_on date NOT NULL,
  revision     bigint NOT NULL,
  has_edges    boolean NOT NULL,
  heirs        text[] COLLATE "C" NOT NULL,
  CONSTRAINT pk_lineage PRIMARY KEY (from_code, effective_on)
);

COMMENT ON COLUMN lineage.heirs IS 'The codes that took over its whole population from that day on; none of a divided unit.';

CREATE INDEX ix_lineage_heirs ON lineage USING gin (heirs);

-- As unit_staged.
CREATE TABLE lineage_staged (
  change_id    text NOT NULL,
  from_code    text COLLATE "C" NOT NULL,
  effective_on date NOT NULL,
  revision     bigint NOT NULL,
  has_edges    boolean NOT NULL,
  heirs        text[] COLLATE "C" NOT NULL,
  CONSTRAINT pk_lineage_staged PRIMARY KEY (change_id, from_code, effective_on)
);

-- Lineage was passed over until now: the topic is read again from its beginning. Units seen again change nothing.
DELETE FROM intake_position WHERE topic = 'directory.hierarchy';
