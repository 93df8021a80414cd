-- Every version of the hamlets that ever stood under the communes, also under the codes they bore elsewhere. Parameter: communes.
WITH under AS (
  SELECT DISTINCT u.unit_id, u.code FROM unit_version u WHERE u.parent_code = ANY (?::text[]) AND u.level = 'HAMLET'),
codes AS (
  SELECT code FROM under
  UNION
  SELECT u.code FROM under JOIN unit_version u ON u.unit_id = under.unit_id)
SELECT {columns} FROM codes JOIN unit_version u ON u.code = codes.code
