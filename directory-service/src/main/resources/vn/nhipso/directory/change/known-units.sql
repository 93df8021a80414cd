-- All that is known of the codes a change names, and of what stands below what ends or gains hamlets. Parameters: codes, parents.
SELECT {columns} FROM unit_version u WHERE u.code = ANY (?::text[])
UNION
SELECT {columns} FROM unit_version u WHERE u.parent_code = ANY (?::text[])
