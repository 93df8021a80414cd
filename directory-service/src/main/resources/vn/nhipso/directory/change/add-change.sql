INSERT INTO unit_change
  (id, kind, act_number, act_issuer, act_issued_on, effective_on, note, fingerprint, content, units, edges, recorded_at, recorded_by, withdraws)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?)
