package vn.nhipso.kit.intake;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an outage, which passes, from an event that can never be applied. */
final class Failures {

    /**
     * What the database, its settings or its schema are to blame for: connection, transaction state, prepared statement, login, catalogue,
     * conflict with others, missing table or right, resources, prerequisite state, operator, system, configuration, internal error.
     */
    private static final Set<String> OUTAGES =
            Set.of("08", "25", "26", "28", "3D", "40", "42", "53", "55", "57", "58", "F0", "XX");

    private static final int CLASS = 2;

    private Failures() {}

    static boolean isRejection(Throwable failure) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return failure instanceof RuntimeException;
        }
        return !isOutage(sql);
    }

    /** Everything else is laid at the event's door: taken for an outage it would be tried for ever, and hold back all that comes after it. */
    private static boolean isOutage(SQLException sql) {
        String state = sql.getSQLState();
        return state == null
                || state.length() < CLASS
                || OUTAGES.contains(state.substring(0, CLASS))
                || isStalePlan(state, String.valueOf(sql.getMessage()));
    }

    /** A statement prepared before a migration changed its table: the next try prepares it anew. */
    private static boolean isStalePlan(String state, String message) {
        return state.equals("0A000") && message.contains("cached plan");
    }

    static String cause(Throwable failure) {
        SQLException sql = sql(failure);
        Throwable cause = sql == null ? failure : sql;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static @Nullable SQLException sql(Throwable failure) {
        for (Throwable level = failure; level != null; level = level.getCause()) {
            if (level instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
