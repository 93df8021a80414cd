-- What became of every unit of the day before, and where every unit of the day came from. Parameters: day, within.
WITH RECURSIVE asked AS (SELECT ?::date AS day, ?::text AS within),
-- The unit itself where it lives on both days; else what it was made of, or what became of it.
root_before AS (
  SELECT b.code FROM asked
  JOIN unit_version b ON b.code = asked.within AND b.valid @> (asked.day - 1)
  LEFT JOIN unit_version a ON a.code = asked.within AND a.valid @> asked.day
  WHERE a.code IS NULL OR a.unit_id = b.unit_id
  UNION
  SELECT e.from_code FROM asked JOIN lineage_edge e ON e.to_code = asked.within AND e.effective_on = asked.day),
root_after AS (
  SELECT a.code FROM asked JOIN unit_version a ON a.code = asked.within AND a.valid @> asked.day
  UNION
  SELECT e.to_code FROM asked JOIN lineage_edge e ON e.from_code = asked.within AND e.effective_on = asked.day
  WHERE e.to_code IS NOT NULL AND NOT EXISTS (SELECT FROM unit_version a WHERE a.code = asked.within AND a.valid @> asked.day)),
below_before AS (
  SELECT root_before.code FROM asked, root_before WHERE asked.within <> 'VN'
  UNION
  SELECT u.code FROM asked, below_before, unit_version u WHERE u.parent_code = below_before.code AND u.valid @> (asked.day - 1)),
below_after AS (
  SELECT root_after.code FROM asked, root_after WHERE asked.within <> 'VN'
  UNION
  SELECT u.code FROM asked, below_after, unit_version u WHERE u.parent_code = below_after.code AND u.valid @> asked.day),
before AS (
  SELECT u.unit_id, u.code, u.full_name, u.level FROM asked, unit_version u
  WHERE asked.within = 'VN' AND u.level <> 'COUNTRY' AND u.valid @> (asked.day - 1)
  UNION ALL
  SELECT u.unit_id, u.code, u.full_name, u.level FROM asked, below_before b, unit_version u WHERE u.code = b.code AND u.valid @> (asked.day - 1)),
after AS (
  SELECT u.unit_id, u.code, u.full_name, u.level FROM asked, unit_version u
  WHERE asked.within = 'VN' AND u.level <> 'COUNTRY' AND u.valid @> asked.day
  UNION ALL
  SELECT u.unit_id, u.code, u.full_name, u.level FROM asked, below_after a, unit_version u WHERE u.code = a.code AND u.valid @> asked.day),
edge AS MATERIALIZED (
  SELECT e.*, t.unit_id AS to_unit FROM asked
  JOIN lineage_edge e ON e.effective_on = asked.day
  LEFT JOIN unit_version t ON t.code = e.to_code AND t.valid @> asked.day),
leaving AS (
  SELECT from_code,
    count(*) FILTER (WHERE to_code IS NULL) AS unknown,
    count(*) FILTER (WHERE to_code IS NOT NULL AND (area <> 'NONE' OR population <> 'NONE')) AS somewhere,
    count(*) FILTER (WHERE area <> 'NONE') AS areas, bool_or(area = 'WHOLE') AS whole_area,
    count(*) FILTER (WHERE population <> 'NONE') AS populations, bool_or(population = 'WHOLE') AS whole_population,
    count(share) AS shares, sum(share) AS share, min(to_unit::text) AS one_unit
  FROM edge GROUP BY from_code),
living AS (SELECT u.unit_id FROM asked, unit_version u WHERE u.valid @> asked.day),
lived AS (SELECT u.unit_id FROM asked, unit_version u WHERE u.valid @> (asked.day - 1)),
fate AS (
  SELECT b.code, b.full_name, b.level, l.*,
    CASE
      WHEN l.from_code IS NULL THEN CASE WHEN s.unit_id IS NULL THEN 'ENDED' ELSE 'CONTINUED' END
      WHEN l.unknown > 0 THEN 'UNKNOWN'
      WHEN l.somewhere > 1 OR (l.somewhere = 1 AND s.unit_id IS NOT NULL AND l.one_unit <> b.unit_id::text) THEN 'DIVIDED'
      WHEN l.somewhere = 1 THEN CASE WHEN s.unit_id IS NULL THEN 'SUCCEEDED' ELSE 'CONTINUED' END
      ELSE 'ENDED'
    END AS fate
  FROM before b LEFT JOIN leaving l ON l.from_code = b.code LEFT JOIN living s ON s.unit_id = b.unit_id),
origin AS (
  SELECT a.code, a.full_name, a.level, o.unit_id IS NULL AND NOT EXISTS (SELECT FROM edge e WHERE e.to_code = a.code) AS orphan
  FROM after a LEFT JOIN lived o ON o.unit_id = a.unit_id),
problem AS (
  SELECT code, full_name, level, 'WITHOUT_SUCCESSOR' AS what FROM fate WHERE fate = 'ENDED' AND level IN ('PROVINCE', 'COMMUNE')
  UNION ALL SELECT code, full_name, level, 'SUCCESSOR_UNKNOWN' FROM fate WHERE fate = 'UNKNOWN'
  UNION ALL SELECT code, full_name, level, 'WHOLE_BESIDE_PARTS' FROM fate
  WHERE (whole_area AND areas > 1) OR (whole_population AND populations > 1)
  UNION ALL SELECT code, full_name, level, 'PART_ALONE' FROM fate
  WHERE unknown = 0 AND ((areas = 1 AND NOT whole_area) OR (populations = 1 AND NOT whole_population))
  UNION ALL SELECT code, full_name, level, 'SHARES_DO_NOT_ADD_UP' FROM fate
  WHERE (shares = populations AND share <> 1) OR (shares < populations AND share >= 1)
  UNION ALL SELECT code, full_name, level, 'WITHOUT_PREDECESSOR' FROM origin WHERE orphan AND level <> 'HAMLET')
