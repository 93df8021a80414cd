-- The figures that are others now.
INSERT INTO work_moved
SELECT a.*, b.basis, b.n, b.d, b.dividend, b.divisor
FROM work_before b
JOIN work_after a USING (indicator, period, unit, scope)
WHERE (a.basis, a.n, a.d, a.dividend, a.divisor) IS DISTINCT FROM (b.basis, b.n, b.d, b.dividend, b.divisor)
