package vn.nhipso.reporting.explanation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.explanation.ExplanationView.By;
import vn.nhipso.reporting.explanation.ExplanationView.Contribution;
import vn.nhipso.reporting.explanation.ExplanationView.Excluded;
import vn.nhipso.reporting.explanation.ExplanationView.Missing;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.RollupTree;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.sql.SqlText;

/** What a figure is made of, followed down the tree on its closing day. */
record Trace(
        List<Contribution> contributions,
        List<Missing> missing,
        List<Excluded> excluded,
        LocalDate closes,
        int definitionVersion) {

    private static final SqlText EXPLANATION = SqlText.of(Trace.class, "explanation.sql");
    private static final RollupTree.Statements STATEMENTS = RollupTree.Statements.of(
            EXPLANATION.with("given", SqlText.of(Trace.class, "given-facts.sql")),
            EXPLANATION.with("given", SqlText.of(Trace.class, "given-register.sql")));

    static Trace of(Connection connection, String indicator, Period period, String unit, Scope scope, LocalDate today)
            throws SQLException {
        RollupTree tree = new RollupTree(connection, indicator, period);
        Trace trace = new Trace(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), tree.closes(), tree.definitionVersion());
        boolean due = tree.closes().isBefore(today);
        tree.read(STATEMENTS, unit, scope.name(), row -> trace.add(row, due));
        return trace;
    }

    private void add(ResultSet row, boolean due) throws SQLException {
        switch (row.getString("part")) {
            case "CONTRIBUTION" -> contributions.add(contribution(row));
            case "EXCLUDED" -> excluded.add(excluded(row));
            default -> missing.add(missing(row, due));
        }
    }

    private static Contribution contribution(ResultSet row) throws SQLException {
        boolean measured = row.getString("measurement_id") != null;
        return new Contribution(
                row.getString("unit"),
                row.getString("name"),
                Level.of(row.getInt("level")),
                Scope.valueOf(row.getString("scope")),
                row.getBigDecimal("n"),
                row.getBigDecimal("d"),
                row.getBigDecimal("v"),
                row.getBigDecimal("weight"),
                Marks.of(row.getInt("q")),
                row.getBigDecimal("weight") != null ? Basis.ESTIMATED : measured ? Basis.STATED : Basis.COMPUTED,
                null,
                row.getString("placed_at"),
                null,
                null,
                row.getString("source"),
                row.getString("measurement_id"),
                row.getObject("revision", Integer.class),
                recordedAt(row));
    }

    private static Excluded excluded(ResultSet row) throws SQLException {
        String by = row.getString("by_unit");
        return new Excluded(
                row.getString("unit"),
                row.getString("name"),
                Level.of(row.getInt("level")),
                Scope.valueOf(row.getString("scope")),
                row.getBigDecimal("n"),
                row.getBigDecimal("d"),
                row.getBigDecimal("v"),
                row.getString("source"),
                row.getString("measurement_id"),
                row.getObject("revision", Integer.class),
                recordedAt(row),
                Exclusion.valueOf(row.getString("reason")),
                by == null ? null : new By(by, Scope.valueOf(row.getString("by_scope"))));
    }

    private static Missing missing(ResultSet row, boolean due) throws SQLException {
        Lack reason = Lack.valueOf(row.getString("reason"));
        return new Missing(
                row.getString("unit"),
                row.getString("name"),
                Level.of(row.getInt("level")),
                reason == Lack.MISSING && !due ? Lack.NOT_DUE : reason);
    }

    private static @Nullable Instant recordedAt(ResultSet row) throws SQLException {
        OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
        return recorded == null ? null : recorded.toInstant();
    }
}
