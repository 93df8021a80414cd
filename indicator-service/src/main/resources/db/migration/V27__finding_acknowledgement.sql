-- Somebody has looked at a finding and says why it may stay. It holds while the finding's basis is the same.
ALTER TABLE finding
  ADD COLUMN acknowledged_reason text,
  ADD COLUMN acknowledged_by text,
  ADD COLUMN acknowledged_at timestamptz,
  ADD COLUMN basis text,
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT ck_finding_acknowledged CHECK (
    num_nonnulls(acknowledged_reason, acknowledged_by, acknowledged_at) IN (0, 3)
    AND (state <> 'ACKNOWLEDGED' OR acknowledged_at IS NOT NULL));

COMMENT ON COLUMN finding.basis IS 'What was acknowledged, if it was: another basis opens the finding again. Its words, where nothing else is said.';
COMMENT ON COLUMN finding.revision IS 'Counts every change of what is answered; it is the ETag.';

UPDATE finding SET basis = detail_vi;
ALTER TABLE finding ALTER COLUMN basis SET NOT NULL;

-- The usual question is for what is not settled, in the order of the list.
CREATE INDEX ix_finding_open ON finding (id) WHERE state = 'OPEN';
