-- Whether the register may know anything of communes at or below units: a team in one, or a hamlet. In: units, twice.
SELECT EXISTS (
  SELECT FROM unit_ancestor a JOIN team_placement t ON t.unit = a.unit WHERE a.ancestor = ANY (?::text[])
) OR EXISTS (
  SELECT FROM unit_ancestor a JOIN unit_version v ON v.parent_code = a.unit AND v.level = 4 WHERE a.ancestor = ANY (?::text[])
)
