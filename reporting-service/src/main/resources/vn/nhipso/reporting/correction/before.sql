-- The figures that may move, as they still are.
INSERT INTO work_before
{chosen}
