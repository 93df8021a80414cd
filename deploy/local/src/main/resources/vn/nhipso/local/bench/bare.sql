-- What everything is held against: the same facts, summed up by commune, district and province, and nothing else.
DROP TABLE IF EXISTS bare;
CREATE TABLE bare (indicator text, period text, unit text, parent text, n numeric, d numeric, PRIMARY KEY (indicator, period, unit));
INSERT INTO bare
SELECT f.indicator, f.period, f.unit, u.parent_code, sum(f.numerator), sum(f.denominator)
FROM fact f JOIN unit_version u ON u.code = f.unit
GROUP BY f.indicator, f.period, f.unit, u.parent_code;
INSERT INTO bare
SELECT b.indicator, b.period, b.parent, u.parent_code, sum(b.n), sum(b.d)
FROM bare b JOIN unit_version u ON u.code = b.parent AND u.level = 2
GROUP BY b.indicator, b.period, b.parent, u.parent_code;
INSERT INTO bare
SELECT b.indicator, b.period, b.parent, u.parent_code, sum(b.n), sum(b.d)
FROM bare b JOIN unit_version u ON u.code = b.parent AND u.level = 1
GROUP BY b.indicator, b.period, b.parent, u.parent_code;
