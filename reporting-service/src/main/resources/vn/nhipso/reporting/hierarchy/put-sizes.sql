INSERT INTO unit_size SELECT n.* FROM size_new n WHERE NOT EXISTS (SELECT FROM unit_size s WHERE s.unit = n.unit AND s.valid_from = n.valid_from)
