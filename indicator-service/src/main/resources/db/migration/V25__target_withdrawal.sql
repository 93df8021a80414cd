ALTER TABLE target ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN target.withdrawn IS 'A withdrawal supersedes a target like another value does; from then on none counts for its key.';

CREATE INDEX ix_target_indicator_unit ON target (indicator, unit) WHERE superseded_by IS NULL;
