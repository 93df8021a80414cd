package vn.nhipso.reporting.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.reconciliation.ReconciliationView.Side;
import vn.nhipso.reporting.rollup.RollupView.Coverage;
import vn.nhipso.reporting.rollup.Scope;

/** A row of {@code reconciliations.sql}: the answer, and where it stands in the list. */
record ReconciliationRow(ReconciliationView view, List<String> key) {

    private static final int SCALE = 4;

    static ReconciliationRow of(ResultSet row) throws SQLException {
        boolean percent = row.getBoolean("in_percent");
        boolean counts = List.of("RATIO", "FLAG").contains(row.getString("kind"));
        BigDecimal a = row.getBigDecimal("a");
        BigDecimal b = row.getBigDecimal("b");
        BigDecimal c = row.getBigDecimal("c");
        BigDecimal e = row.getBigDecimal("e");
        BigDecimal difference = divided(a.multiply(e).subtract(c.multiply(b)), b.multiply(e));
        BigDecimal statedN = row.getBigDecimal("stated_n");
        boolean bothCounted = counts && statedN != null && row.getBigDecimal("stated_d") != null;
        BigDecimal n = row.getBigDecimal("n");
        Array missing = row.getArray("missing");
        Finding found = Finding.valueOf(row.getString("found"));
        ReconciliationView view = new ReconciliationView(
                row.getString("indicator"),
                new Definition.Names(row.getString("name_vi"), row.getString("name_en")),
                row.getString("unit"),
                row.getString("name"),
                Level.of(row.getInt("level")),
                row.getString("period"),
                Scope.valueOf(row.getString("scope")),
                found,
                found == Finding.DIFFERENCE,
                new Side(
                        statedN,
                        row.getBigDecimal("stated_d"),
                        percent ? divided(a, b) : null,
                        row.getBigDecimal("stated_v"),
                        Marks.of(row.getInt("stated_q")),
                        row.getString("stated_from")),
                new Side(
                        counts ? n : null,
                        counts ? row.getBigDecimal("d") : null,
                        percent ? divided(c, e) : null,
                        percent ? null : divided(c, e),
                        Marks.of(row.getInt("q")),
                        null),
                percent ? bothCounted ? statedN.subtract(n) : null : difference,
                percent ? difference : null,
                row.getBigDecimal("deviation").setScale(SCALE, RoundingMode.HALF_UP),
                new Coverage(row.getInt("reporting"), row.getInt("counted"), row.getInt("expected"), null),
                missing == null ? List.of() : List.of((String[]) missing.getArray()));
        return new ReconciliationRow(
                view,
                List.of(
                        row.getString("place"),
                        row.getBigDecimal("weight").toPlainString(),
                        view.indicator(),
                        view.period(),
                        view.unit(),
                        view.scope().name()));
    }

    /** Four decimals, or the number itself where it is none that was divided. */
    private static @Nullable BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
        return divisor.compareTo(BigDecimal.ONE) == 0
                ? dividend
                : dividend.divide(divisor, SCALE, RoundingMode.HALF_UP);
    }
}
