-- Which unit went into which. The rows of one from_code on one day are complete.
CREATE TABLE lineage_edge (
  from_code    text        NOT NULL,
  effective_on date        NOT NULL,
  to_code      text,
  area         text        NOT NULL,
  population   text        NOT NULL,
  share        numeric,
  change_id    uuid        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  CONSTRAINT uq_lineage_edge_from_code_effective_on_to_code UNIQUE NULLS NOT DISTINCT (from_code, effective_on, to_code),
  CONSTRAINT fk_lineage_edge_change_id FOREIGN KEY (change_id) REFERENCES unit_change (id),
  CONSTRAINT ck_lineage_edge_area CHECK (area IN ('WHOLE', 'PART', 'NONE')),
  CONSTRAINT ck_lineage_edge_population CHECK (population IN ('WHOLE', 'PART', 'NONE')),
  CONSTRAINT ck_lineage_edge_share CHECK (share IS NULL OR (population = 'PART' AND share > 0 AND share < 1))
);

CREATE INDEX ix_lineage_edge_to_code ON lineage_edge (to_code, effective_on);

COMMENT ON COLUMN lineage_edge.to_code IS 'NULL: the successor is not known.';
COMMENT ON COLUMN lineage_edge.share IS 'Share of the population that went there, between 0 and 1, where a source gives it.';

CREATE TABLE lineage_edge_superseded (
  from_code     text        NOT NULL,
  effective_on  date        NOT NULL,
  to_code       text,
  area          text        NOT NULL,
  population    text        NOT NULL,
  share         numeric,
  change_id     uuid        NOT NULL,
  recorded      tstzrange   NOT NULL,
  superseded_by uuid        NOT NULL,
  CONSTRAINT fk_lineage_edge_superseded_superseded_by FOREIGN KEY (superseded_by) REFERENCES unit_change (id)
);

CREATE INDEX ix_lineage_edge_superseded_from_code ON lineage_edge_superseded (from_code, effective_on);
