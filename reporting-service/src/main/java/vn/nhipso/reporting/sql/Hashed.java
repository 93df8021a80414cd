package vn.nhipso.reporting.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Until it is closed, relations are joined by hashing alone: nobody can tell the planner how many rows a relation made on the way will have, and it
 * would join thousands in squares. What is planned meanwhile stays planned so, so nothing but what is meant for many may be.
 */
public final class Hashed implements AutoCloseable {

    private final Connection transaction;
    private final boolean on;

    /** @param on whether at all */
    public Hashed(Connection transaction, boolean on) throws SQLException {
        this.transaction = transaction;
        this.on = on;
        set("off");
    }

    private void set(String nestedLoops) throws SQLException {
        if (on) {
            try (Statement plan = transaction.createStatement()) {
                plan.execute("SET LOCAL enable_nestloop = " + nestedLoops);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        set("on");
    }
}
