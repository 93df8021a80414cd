package vn.nhipso.kit.problem;

import java.io.IOException;

/** Whether a failure means that nobody reads the answer any more: the caller closed the connection in the midst of it, or it was closed on him. */
final class BrokenOff {

    /** What writes to the network has no exception of its own for that. */
    private static final String WRITER = "io.quarkus.vertx.utils.VertxOutputStream";

    private static final int DEEPEST = 20;

    private BrokenOff() {}

    /** Whether such a failure is among its causes. */
    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            StackTraceElement[] at = cause.getStackTrace();
            if (cause instanceof IOException
                    && at.length > 0
                    && at[0].getClassName().equals(WRITER)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
