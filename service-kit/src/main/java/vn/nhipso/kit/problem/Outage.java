package vn.nhipso.kit.problem;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a failure means that the database is away or too busy for now, so that the same request or job may succeed later. */
public final class Outage {

    public static final int RETRY_AFTER_SECONDS = 2;

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Whether such a failure is among its causes. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isTransient(sql.getSQLState(), sql.getMessage())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** 08 connection lost or refused, 57P server shutting down or starting, 53 out of resources, 40 serialisation or deadlock. */
    private static boolean isTransient(@Nullable String state, @Nullable String message) {
        if (state == null) {
            // The pool gives its own timeout no state, and words it in more than one way.
            return message != null && message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.startsWith("40");
    }
}
