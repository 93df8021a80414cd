-- Everything known of the units that stand in lists, over all time.
SELECT {columns} FROM unit_version u WHERE u.level <> 'HAMLET'
