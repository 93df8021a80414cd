INSERT INTO unit_life SELECT n.* FROM life_new n WHERE NOT EXISTS (SELECT FROM unit_life l WHERE l.unit = n.unit AND l.valid_from = n.valid_from)
