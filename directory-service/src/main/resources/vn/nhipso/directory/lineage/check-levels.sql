SELECT level, sum(before) AS before, sum(after) AS after, sum(continued) AS continued, sum(succeeded) AS succeeded, sum(divided) AS divided,
  sum(ended) AS ended, sum(unknown) AS unknown, sum(orphans) AS orphans, (SELECT count(*) FROM problem) AS problems
FROM (
  SELECT level, count(*) AS before, 0 AS after, count(*) FILTER (WHERE fate = 'CONTINUED') AS continued,
    count(*) FILTER (WHERE fate = 'SUCCEEDED') AS succeeded, count(*) FILTER (WHERE fate = 'DIVIDED') AS divided,
    count(*) FILTER (WHERE fate = 'ENDED') AS ended, count(*) FILTER (WHERE fate = 'UNKNOWN') AS unknown, 0 AS orphans
  FROM fate GROUP BY level
  UNION ALL
  SELECT level, 0, count(*), 0, 0, 0, 0, 0, count(*) FILTER (WHERE orphan) FROM origin GROUP BY level) counted
GROUP BY level
