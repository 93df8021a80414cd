package vn.nhipso.local.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.stack.BesideService;
import vn.nhipso.local.stack.StackException;

/** Puts the figures of one line of the table straight into the database, and shows from how much of the disk they take how far that is. */
final class Filling {

    /** With their indexes. */
    private static final int BYTES_A_FIGURE = 200;

    private static final int NEARLY_ALL = 99;
    private static final int LOOK_AGAIN_MILLIS = 250;
    private static final String TAKEN = "SELECT pg_total_relation_size('fact')";

    private final BesideService beside;
    private final RollupSize size;

    Filling(BesideService beside, RollupSize size) {
        this.beside = beside;
        this.size = size;
    }

    void fill(Connection connection, List<String> statements, ProgressDisplay display) throws SQLException {
        long begin = System.nanoTime();
        CompletableFuture<Void> filling =
                CompletableFuture.runAsync(() -> execute(connection, statements), Thread::startVirtualThread);
        try (Connection onlooker = beside.connect();
                Statement taken = onlooker.createStatement()) {
            while (!filling.isDone()) {
                display.show(
                        size.name() + ": figures straight into the database",
                        percent(taken),
                        Duration.ofNanos(System.nanoTime() - begin));
                pause();
            }
            filling.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        } finally {
            display.end();
        }
    }

    private int percent(Statement taken) throws SQLException {
        try (ResultSet row = taken.executeQuery(TAKEN)) {
            row.next();
            return (int) Math.min(NEARLY_ALL, row.getLong(1) * 100 / (size.figures() * BYTES_A_FIGURE));
        }
    }

    private static void execute(Connection connection, List<String> statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StackException("The figures cannot be put into the database (" + e.getMessage() + ").", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while figures were put into the database.", e);
        }
    }
}
