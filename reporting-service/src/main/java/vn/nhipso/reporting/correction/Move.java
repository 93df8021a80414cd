package vn.nhipso.reporting.correction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Target;
import vn.nhipso.reporting.correction.CorrectionView.Chosen;
import vn.nhipso.reporting.correction.CorrectionView.Place;
import vn.nhipso.reporting.correction.CorrectionView.Ranking;
import vn.nhipso.reporting.correction.CorrectionView.Rollup;
import vn.nhipso.reporting.correction.CorrectionView.Status;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.Figure;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.scoreboard.TargetStatus;

/** A figure that a correction moved, or whose place among others did. */
record Move(
        long position,
        String unit,
        @Nullable Rollup rollup,
        @Nullable Status status,
        @Nullable Ranking ranking) {

    private static final int PERCENT_SCALE = 4;

    static Move of(ResultSet row, Definition definition) throws SQLException {
        String unit = row.getString("unit");
        String indicator = row.getString("indicator");
        String period = row.getString("period");
        boolean moved = row.getBoolean("moved");
        Place old = place(row, "old_");
        Place now = place(row, "");
        return new Move(
                row.getLong("position"),
                unit,
                moved
                        ? new Rollup(
                                indicator,
                                unit,
                                Level.of(row.getInt("level")),
                                period,
                                Scope.valueOf(row.getString("scope")),
                                chosen(row, "old_"),
                                chosen(row, ""))
                        : null,
                moved ? status(row, definition) : null,
                Objects.equals(old, now) ? null : new Ranking(indicator, unit, period, old, now));
    }

    private static @Nullable Place place(ResultSet row, String prefix) throws SQLException {
        int rank = row.getInt(prefix + "rank");
        return row.wasNull() ? null : new Place(rank, row.getInt(prefix + "rank_of"));
    }

    private static Chosen chosen(ResultSet row, String prefix) throws SQLException {
        BigDecimal dividend = row.getBigDecimal(prefix + "dividend");
        BigDecimal divisor = row.getBigDecimal(prefix + "divisor");
        boolean percent = row.getBoolean("in_percent");
        boolean counts = List.of("RATIO", "FLAG").contains(row.getString("kind"));
        BigDecimal number = dividend == null || divisor == null
                ? null
                : divisor.compareTo(BigDecimal.ONE) == 0
                        ? dividend
                        : dividend.divide(divisor, PERCENT_SCALE, RoundingMode.HALF_UP);
        return new Chosen(
                Basis.valueOf(row.getString(prefix + "basis")),
                counts ? row.getBigDecimal(prefix + "n") : null,
                counts ? row.getBigDecimal(prefix + "d") : null,
                percent ? number : null,
                percent ? null : number);
    }

    private static @Nullable Status status(ResultSet row, Definition definition) throws SQLException {
        String id = row.getString("target_id");
        if (id == null) {
            return null;
        }
        Target target = new Target(
                row.getString("indicator"),
                id,
                row.getString("target_unit"),
                Period.parse(row.getString("target_period")),
                Target.Comparator.of(row.getString("target_comparator")),
                row.getBigDecimal("target_value"),
                0,
                null,
                null);
        Period period = Period.parse(row.getString("period"));
        TargetStatus old = TargetStatus.of(definition, period, figure(row, "old_"), target);
        TargetStatus now = TargetStatus.of(definition, period, figure(row, ""), target);
        return old == now
                ? null
                : new Status(row.getString("indicator"), row.getString("unit"), period.toString(), id, old, now);
    }

    private static Figure figure(ResultSet row, String prefix) throws SQLException {
        return new Figure(
                null,
                null,
                null,
                null,
                0,
                row.getBigDecimal(prefix + "dividend"),
                row.getBigDecimal(prefix + "divisor"));
    }
}
