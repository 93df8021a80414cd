package vn.nhipso.reporting.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.nhipso.reporting.rollup.RollupRow.Counted;
import vn.nhipso.reporting.rollup.RollupRow.Estimate;
import vn.nhipso.reporting.rollup.RollupRow.LevelSum;
import vn.nhipso.reporting.rollup.RollupRow.Part;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.rollup.RollupRow.Sum;

/** Names of columns of {@code rollup} that belong together, put together once: a row has sixty, and an answer thousands of rows. */
final class RollupColumns {

    private RollupColumns() {}

    /** As reported. */
    record OfStated(String n, String d, String v, String q, String absence, String from, String there, String carried) {

        static OfStated of(String prefix) {
            return new OfStated(
                    prefix + "n",
                    prefix + "d",
                    prefix + "v",
                    prefix + "q",
                    prefix + "absence",
                    prefix + "from",
                    prefix + "there",
                    prefix + "carried");
        }

        Stated read(ResultSet row) throws SQLException {
            return new Stated(
                    row.getBigDecimal(n),
                    row.getBigDecimal(d),
                    row.getBigDecimal(v),
                    row.getInt(q),
                    row.getString(absence),
                    row.getString(from),
                    row.getObject(there, Integer.class),
                    row.getBoolean(carried));
        }
    }

    /** Children or whole. */
    record OfPart(
            String basis,
            String n,
            String d,
            String q,
            OfStated stated,
            String reporting,
            String counted,
            String expected,
            String estimateN,
            String estimateW,
            String estimateQ,
            String estimateUnits) {

        static OfPart of(String prefix) {
            return new OfPart(
                    prefix + "basis",
                    prefix + "n",
                    prefix + "d",
                    prefix + "q",
                    OfStated.of(prefix + "stated_"),
                    prefix + "reporting",
                    prefix + "counted",
                    prefix + "expected",
                    prefix + "estimate_n",
                    prefix + "estimate_w",
                    prefix + "estimate_q",
                    prefix + "estimate_units");
        }

        Part read(ResultSet row) throws SQLException {
            return new Part(
                    Basis.valueOf(row.getString(basis)),
                    new Sum(row.getBigDecimal(n), row.getBigDecimal(d), row.getInt(q)),
                    stated.read(row),
                    new Counted(row.getInt(reporting), row.getInt(counted), row.getInt(expected)),
                    new Estimate(
                            row.getBigDecimal(estimateN),
                            row.getBigDecimal(estimateW),
                            row.getInt(estimateQ),
                            row.getInt(estimateUnits)));
        }
    }

    /** The OWN values of a level. */
    record OfLevel(String n, String d, String q, String reporting, String counted, String notApplicable) {

        static OfLevel of(String level) {
            return new OfLevel(
                    level + "_n",
                    level + "_d",
                    level + "_q",
                    level + "_reporting",
                    level + "_counted",
                    level + "_not_applicable");
        }

        LevelSum read(ResultSet row) throws SQLException {
            return new LevelSum(
                    row.getBigDecimal(n),
                    row.getBigDecimal(d),
                    row.getInt(q),
                    row.getInt(reporting),
                    row.getInt(counted),
                    row.getInt(notApplicable));
        }
    }
}
