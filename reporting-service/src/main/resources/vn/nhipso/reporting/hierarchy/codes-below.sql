SELECT a.unit FROM unit_ancestor a
WHERE a.ancestor = ? AND a.unit_level = ? AND a.valid_from <= ? AND a.valid_to > ? AND a.unit > ?
ORDER BY a.unit LIMIT ?
