package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Periods;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/**
 * Of which facts the own and stated figures are that count for a period: of the one reported, of the parts of a derived one, or of those of the
 * units that went into this one. What is there and does not count (the months beside a reported quarter) is not among them. The register's figures
 * have no facts.
 */
public final class FigureSources {

    private static final String SOURCES = SqlText.of(FigureSources.class, "sources.sql")
            .with("defined", RollupSql.DEFINED.with("spelled", "spelled"))
            .with("facts", RollupSql.TRACED.with("periods", "periods").with("keys", "keys"))
            .text();

    private static final int PORTION = 1_000;

    private FigureSources() {}

    /** A figure of a unit for a period. */
    public record Asked(String indicator, Period period, String unit) {}

    /**
     * A fact that a figure is made of.
     *
     * @param of the figure
     * @param scope of the fact and of the figure; at the lowest level that reports, OWN is also the stated WHOLE
     * @param unit whose fact it is: another one where it was carried along lineage
     * @param period of the fact
     * @param marks the set of marks as stated
     */
    public record Source(
            Asked of,
            Scope scope,
            String unit,
            Period period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            int marks,
            int revision,
            String measurementId,
            Instant recordedAt) {}

    /** The facts of all these figures, those of one figure beside each other; of a figure that there is not, none. */
    public static List<Source> of(Connection connection, List<Asked> asked) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SOURCES)) {
            Rows<Asked> rows = new Rows<>(connection, asked);
            select.setArray(1, rows.column("text", Asked::indicator));
            select.setArray(2, rows.column("text", one -> one.period().toString()));
            select.setArray(3, rows.column("text", Asked::unit));
            Periods.bind(
                    select,
                    4,
                    connection,
                    asked.stream().map(Asked::period).distinct().toList());
            select.setFetchSize(PORTION);
            List<Source> sources = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Holding.add(1);
                    sources.add(source(row));
                }
            }
            return sources;
        }
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                new Asked(row.getString("indicator"), Period.parse(row.getString("period")), row.getString("unit")),
                Scope.valueOf(row.getString("scope")),
                row.getString("source_unit"),
                Period.parse(row.getString("source_period")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getInt("qualifiers"),
                row.getInt("revision"),
                row.getString("measurement_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
