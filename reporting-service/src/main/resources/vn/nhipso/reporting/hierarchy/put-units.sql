INSERT INTO unit_version SELECT n.* FROM unit_new n WHERE NOT EXISTS (SELECT FROM unit_version v WHERE v.code = n.code AND v.valid = n.valid)
