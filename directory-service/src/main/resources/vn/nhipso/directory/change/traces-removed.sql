-- What a change took off the record. Parameters: change.
SELECT {columns} FROM unit_version_superseded u WHERE u.superseded_by = ?::uuid
