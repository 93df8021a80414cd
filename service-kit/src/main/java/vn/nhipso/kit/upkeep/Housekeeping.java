package vn.nhipso.kit.upkeep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Does the chores of the service, one after the other on one thread. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Instance<Chore> chores;
    private final Instance<DataSource> dataSource;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(@Any Instance<Chore> chores, Instance<DataSource> dataSource) {
        this.chores = chores;
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent started) {
        List<Chore> all = chores.stream().toList();
        for (Chore chore : all) {
            long pause = chore.every().toMillis();
            ScheduledFuture<?> begun =
                    thread.scheduleWithFixedDelay(() -> run(chore), pause, pause, TimeUnit.MILLISECONDS);
            LOG.debugf("%s every %s: %s", chore.name(), chore.every(), begun);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("A chore is left unfinished");
        }
    }

    /** A chore that fails is done the next time. */
    private void run(Chore chore) {
        try (Connection connection = dataSource.get().getConnection()) {
            chore.run(connection);
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("%s: not now, %s", chore.name(), failed.getMessage());
        }
    }
}
