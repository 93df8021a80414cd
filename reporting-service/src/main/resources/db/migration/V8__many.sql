-- One row that the planner takes for a thousand: what a query made itself it would otherwise take for a handful, and join it in squares.
CREATE FUNCTION many() RETURNS SETOF integer LANGUAGE plpgsql STABLE ROWS 1000 AS $$
BEGIN
  RETURN NEXT 1;
END $$;
