-- Every version of the hamlets of communes. Parameters: communes.
SELECT {columns} FROM unit_version u WHERE u.parent_code = ANY (?::text[]) AND u.level = 'HAMLET' ORDER BY u.code, u.valid
