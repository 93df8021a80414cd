package vn.nhipso.kit.intake;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells an outage, which passes, from an event that can never be applied. */
final class Failures {

    private Failures() {}

    static boolean isRejection(Throwable failure) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return failure instanceof RuntimeException;
        }
        String state = String.valueOf(sql.getSQLState());
        // 22: data exception, 23: integrity constraint violation.
        return state.startsWith("22") || state.startsWith("23");
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
