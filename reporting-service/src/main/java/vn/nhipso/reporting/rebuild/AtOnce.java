package vn.nhipso.reporting.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parts of a run that several threads do, each over connections of its own. */
final class AtOnce {

    private AtOnce() {}

    /** One of these parts. */
    interface Part {
        void run() throws SQLException;
    }

    /** Begins them in their order, and returns when all have ended; where one fails those that have not begun are left. */
    static void run(int workers, List<Part> parts) throws SQLException {
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (Part part : parts) {
                running.add(threads.submit(() -> {
                    part.run();
                    return null;
                }));
            }
            await(running);
        }
    }

    private static void await(List<Future<?>> running) throws SQLException {
        try {
            for (Future<?> part : running) {
                part.get();
            }
        } catch (ExecutionException failed) {
            running.forEach(part -> part.cancel(false));
            throw asThrown(failed);
        } catch (InterruptedException interrupted) {
            running.forEach(part -> part.cancel(false));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static SQLException asThrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case SQLException sql -> sql;
            case RuntimeException unchecked -> throw unchecked;
            case null, default -> throw new IllegalStateException(failed);
        };
    }
}
