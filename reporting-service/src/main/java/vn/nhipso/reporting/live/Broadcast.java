package vn.nhipso.reporting.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.reporting.live.UpdateLog.Update;

/** The one reader of this instance: it looks for news while anybody listens, and sends each listener what is of interest. */
@ApplicationScoped
class Broadcast {

    private static final Logger LOG = Logger.getLogger(Broadcast.class);

    private final UpdateLog log;
    private final Watermarks watermarks;
    private final LiveConfig config;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("updates").daemon().factory());

    Broadcast(UpdateLog log, Watermarks watermarks, LiveConfig config) {
        this.log = log;
        this.watermarks = watermarks;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long look = config.look().toMillis();
        long beat = config.heartbeat().toMillis();
        ScheduledFuture<?> looking = reader.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
        ScheduledFuture<?> beating = reader.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        LOG.debugf("Updates: %s, %s", looking, beating);
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.shutdownNow();
    }

    boolean isFull() {
        return listeners.size() >= config.listeners();
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    private void look() {
        try {
            listeners.removeIf(Listener::isGone);
            List<Update> news = news();
            while (!news.isEmpty()) {
                Watermark watermark = watermarks.current();
                List<Update> all = news;
                listeners.forEach(listener -> all.forEach(update -> listener.hear(update, watermark)));
                news = news();
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.debugf(failed, "No look at updates now");
        }
    }

    /** Behind the one who has heard least: who comes back and has missed something is given that first. */
    private List<Update> news() throws SQLException {
        Place least = listeners.stream()
                .map(Listener::heard)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return least == null ? List.of() : log.news(least);
    }

    private void beat() {
        try {
            listeners.forEach(Listener::beat);
        } catch (RuntimeException failed) {
            LOG.debugf(failed, "No heartbeat now");
        }
    }
}
