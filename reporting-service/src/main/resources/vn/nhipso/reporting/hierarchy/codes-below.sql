SELECT DISTINCT a.unit FROM unnest(?::date[]) AS d (day)
JOIN unit_ancestor a ON a.valid_from <= d.day AND a.valid_to > d.day
WHERE a.ancestor = ? AND a.unit_level = ? AND a.unit > ?
ORDER BY a.unit LIMIT ?
