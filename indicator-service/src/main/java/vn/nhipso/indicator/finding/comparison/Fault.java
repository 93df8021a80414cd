package vn.nhipso.indicator.finding.comparison;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Scope;

/** A measurement over which the comparing checks fail. */
@Schema(name = "CheckFault", description = "A measurement that the comparing checks had to pass over")
record Fault(
        @Schema(examples = "870") String unit,
        @Schema(examples = "2022-06") String period,
        @Schema(examples = "DG01") String indicator,
        Scope scope,

        @Schema(description = "What was said when it was last tried", examples = "22003: numeric field overflow")
        String cause,

        Instant failedAt) {

    private static final int LONGEST = 500;

    /** Cardinality, data, constraint, view, limit, PL/pgSQL, internal: all others are of the connection, the server or the schema, and end for all rows. */
    private static final Set<String> CLASSES_OF_ROWS = Set.of("21", "22", "23", "44", "54", "P0", "XX");

    /** An outage ends by itself; what the rows bring about comes again the next time. */
    static boolean isOfTheRows(Exception failed) {
        SQLException sql = sql(failed);
        return sql == null
                || sql.getSQLState() != null
                        && sql.getSQLState().length() == 5
                        && CLASSES_OF_ROWS.contains(sql.getSQLState().substring(0, 2));
    }

    static String cause(Exception failed) {
        SQLException sql = sql(failed);
        String said = sql == null ? String.valueOf(failed.getMessage()) : sql.getSQLState() + ": " + sql.getMessage();
        // The lines behind the first have the values of the row.
        String first = said.lines().findFirst().orElse(said);
        return first.substring(0, Math.min(LONGEST, first.length()));
    }

    private static @Nullable SQLException sql(Exception failed) {
        if (failed instanceof SQLException sql) {
            return sql;
        }
        return failed.getCause() instanceof SQLException sql ? sql : null;
    }
}
