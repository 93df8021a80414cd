package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** How long a measurement takes from its 201 to the rollups of its district and province, under load and after a burst. */
public final class VisibleBench {

    private static final int BATCHES_PER_SECOND = 20;
    private static final int BURST_BATCH = 5_000;
    private static final Duration BURST_PATIENCE = Duration.ofMinutes(5);
    private static final int WARM_UP_PROBES = 20;
    /** So long the same load runs before it is measured: services that have just been started compile what they do. */
    private static final int WARM_UP_SECONDS = 60;

    private final ApiClient indicator;
    private final BenchProvince province;
    private final ProvinceFigures figures;
    private final InstantSource clock;
    private final Progress progress;
    private final PrintStream out;

    public VisibleBench(BenchStack stack, InstantSource clock) {
        this.indicator = stack.of(Service.INDICATOR);
        this.province = new BenchProvince(stack.of(Service.DIRECTORY), indicator);
        this.figures = new ProvinceFigures(stack.of(Service.REPORTING), BenchProvince.PROVINCE);
        this.clock = clock;
        this.progress = stack.progress();
        this.out = stack.out();
    }

    public void steady(int rate, int seconds) {
        Probes probes = warm();
        Load load = new Load(indicator, clock.millis());
        progress.say("warming up with " + rate + " measurements/s for " + WARM_UP_SECONDS + " s");
        for (int second = 0; second < WARM_UP_SECONDS; second += 5) {
            send(load, rate, 5);
            progress.say(load.sent() + " sent");
        }
        awaitAll(load.expected(), System.nanoTime());
        long before = load.sent();
        progress.say("sending " + rate + " measurements/s for " + seconds + " s");
        long begin = System.nanoTime();
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> send(load, rate, seconds), Thread::startVirtualThread);
        long spoken = begin;
        while (!sending.isDone()) {
            probes.probe(Optional.empty());
            if (System.nanoTime() - spoken > TimeUnit.SECONDS.toNanos(5)) {
                spoken = System.nanoTime();
                progress.say(
                        load.sent() - before + " sent, " + probes.latencies().count() + " probes, p50 so far "
                                + millis(probes.latencies().percentile(50)));
            }
        }
        join(sending);
        double sendingSeconds = (System.nanoTime() - begin) / 1e9;
        awaitAll(load.expected(), System.nanoTime());
        out.printf(
                Locale.ROOT,
                "%nwrite → visible in district and province rollup: %,d measurements at %,.0f/s, %d probes among them%n",
                load.sent() - before,
                (load.sent() - before) / sendingSeconds,
                probes.latencies().count());
        row("p50", probes.latencies().percentile(50), Duration.ofMillis(100));
        row("p99", probes.latencies().percentile(99), Duration.ofSeconds(1));
        out.printf("  %-5s %10s%n", "max", millis(probes.latencies().percentile(100)));
        out.println("  every sum of the province is what was sent");
    }

    public void burst(int count) {
        warm();
        Load load = new Load(indicator, clock.millis());
        progress.say("sending a burst of " + count);
        long begin = System.nanoTime();
        long spoken = begin;
        while (load.sent() < count) {
            load.send((int) Math.min(BURST_BATCH, count - load.sent()));
            if (System.nanoTime() - spoken > TimeUnit.SECONDS.toNanos(3)) {
                spoken = System.nanoTime();
                progress.say(load.sent() + " sent");
            }
        }
        long acknowledged = System.nanoTime();
        progress.say("all acknowledged, waiting until the province shows them");
        Duration behind = awaitAll(load.expected(), acknowledged);
        double sendingSeconds = (acknowledged - begin) / 1e9;
        out.printf(
                Locale.ROOT,
                "%nburst: %,d measurements acknowledged at %,.0f/s%n",
                load.sent(),
                load.sent() / sendingSeconds);
        row("all visible after the last 201", behind, Duration.ofSeconds(20));
        out.println("  every sum of the province is what was sent");
    }

    private Probes warm() {
        progress.say("preparing units and indicators of its own");
        Optional<String> sequence = province.prepare();
        Probes warmUp = new Probes(indicator, figures, clock.millis() * 1_000);
        sequence.ifPresent(token -> warmUp.probe(Optional.of(token)));
        for (int i = 0; i < WARM_UP_PROBES; i++) {
            warmUp.probe(Optional.empty());
        }
        return new Probes(indicator, figures, clock.millis() * 1_000);
    }

    private static void send(Load load, int rate, int seconds) {
        int size = Math.max(1, rate / BATCHES_PER_SECOND);
        long first = load.sent();
        long total = (long) rate * seconds;
        long begin = System.nanoTime();
        while (load.sent() - first < total) {
            load.send((int) Math.min(size, total + first - load.sent()));
            long due = begin + (load.sent() - first) * 1_000_000_000L / rate;
            sleep(Duration.ofNanos(due - System.nanoTime()));
        }
    }

    private static void sleep(Duration time) {
        try {
            if (time.isPositive()) {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while sending.", e);
        }
    }

    private static void join(CompletableFuture<Void> sending) {
        try {
            sending.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException refused ? refused : e;
        }
    }

    private Duration awaitAll(Map<String, Map<String, Long>> expected, long since) {
        while (!figures.show(expected)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - since);
            if (waited.compareTo(BURST_PATIENCE) > 0) {
                throw new StackException(
                        "After " + waited.toSeconds() + " s the sums of the province are still not what was sent.");
            }
            sleep(Duration.ofMillis(50));
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private void row(String name, Duration seen, Duration design) {
        String verdict = seen.compareTo(design) <= 0 ? "reached" : "NOT reached";
        out.printf("  %-5s %10s   DESIGN 10: %8s   %s%n", name, millis(seen), millis(design), verdict);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%,d ms", time.toMillis());
    }
}
