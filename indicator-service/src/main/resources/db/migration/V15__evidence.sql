-- Files that stand behind figures: the decision, the signed table, the photograph.
CREATE TABLE evidence_content (
  sha256      text COLLATE "C" NOT NULL,
  size        bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_evidence_content PRIMARY KEY (sha256)
);

-- In pieces, so that nobody ever holds a whole file in memory. Files are mostly compressed already.
CREATE TABLE evidence_chunk (
  sha256 text COLLATE "C" NOT NULL,
  part   integer NOT NULL,
  bytes  bytea STORAGE EXTERNAL NOT NULL,
  CONSTRAINT pk_evidence_chunk PRIMARY KEY (sha256, part),
  CONSTRAINT fk_evidence_chunk_sha256 FOREIGN KEY (sha256) REFERENCES evidence_content (sha256) ON DELETE CASCADE
);

-- Somebody's file. The same bytes of two people are two: who may see one has no right to the other.
CREATE TABLE evidence (
  id          uuid NOT NULL DEFAULT uuidv7(),
  sha256      text COLLATE "C" NOT NULL,
  type        text NOT NULL,
  name        text NOT NULL,
  author      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_evidence PRIMARY KEY (id),
  CONSTRAINT uq_evidence_sha256_type_name_author UNIQUE (sha256, type, name, author),
  CONSTRAINT fk_evidence_sha256 FOREIGN KEY (sha256) REFERENCES evidence_content (sha256)
);

COMMENT ON COLUMN evidence.name IS 'As the sender calls the file; empty without a name.';
COMMENT ON COLUMN evidence.recorded_at IS 'When it was sent last. What no revision cites is deleted some days later.';

CREATE INDEX ix_evidence_recorded_at ON evidence (recorded_at);

-- Which revision cites what. Beside the log, so that the many revisions without evidence pay nothing.
CREATE TABLE revision_evidence (
  measurement_id uuid NOT NULL,
  revision       integer NOT NULL,
  evidence       uuid NOT NULL,
  CONSTRAINT pk_revision_evidence PRIMARY KEY (measurement_id, revision, evidence),
  CONSTRAINT fk_revision_evidence_evidence FOREIGN KEY (evidence) REFERENCES evidence (id)
);

CREATE INDEX ix_revision_evidence_evidence ON revision_evidence (evidence);
