package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** How long restated answers take, one question after the other. */
final class RestatedTimes {

    private static final Duration PROVINCE = Duration.ofMillis(300);

    private final BenchStack stack;
    private final ApiClient reporting;
    private final InstantSource clock;
    private final PrintStream out;

    RestatedTimes(BenchStack stack, InstantSource clock) {
        this.stack = stack;
        this.reporting = stack.of(Service.REPORTING);
        this.clock = clock;
        this.out = stack.out();
    }

    /** A kind of question about a province, and whether DESIGN 10 demands something of it. */
    private record Kind(boolean demanded, UnaryOperator<String> path) {}

    void measure(String indicator, String period, LocalDate day, Set<String> provinces, int rounds) {
        String figure = "indicator=" + indicator + "&period=" + period;
        String at = figure + "&validAt=" + day;
        String asOf = "&asOf=" + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("restated", new Kind(true, code -> "/v1/rollups?unit=" + code + "&" + at));
        kinds.put("restated, as of a moment", new Kind(true, code -> "/v1/rollups?unit=" + code + "&" + at + asOf));
        kinds.put(
                "restated, its communes",
                new Kind(false, code -> "/v1/rollups?level=COMMUNE&pageSize=1000&within=" + code + "&" + at));
        kinds.put("explained, restated", new Kind(false, code -> "/v1/explanations?unit=" + code + "&" + at));
        stack.progress().say("asking for each of " + provinces.size() + " provinces " + rounds + " times");
        out.printf("%n%-28s %7s %10s %10s %10s%n", "a province on " + day, "asked", "p50", "p99", "max");
        kinds.forEach((name, kind) -> {
            ask(kind, provinces, 1);
            print(name, kind, ask(kind, provinces, rounds));
        });
        out.printf(
                Locale.ROOT,
                "%nload of the machine in the last minute: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private Latencies ask(Kind kind, Set<String> provinces, int rounds) {
        Latencies latencies = new Latencies();
        for (int round = 0; round < rounds; round++) {
            for (String province : provinces) {
                String path = kind.path().apply(province);
                long begin = System.nanoTime();
                Reply reply = reporting.get(path);
                latencies.add(Duration.ofNanos(System.nanoTime() - begin));
                if (!reply.isSuccess()) {
                    throw new StackException("GET " + path + " was answered " + reply.problem());
                }
            }
        }
        return latencies;
    }

    private void print(String name, Kind kind, Latencies latencies) {
        Duration p99 = latencies.percentile(99);
        out.printf(
                "  %-26s %7d %10s %10s %10s   %s%n",
                name,
                latencies.count(),
                IngestFigures.millis(latencies, 50),
                IngestFigures.millis(latencies, 99),
                IngestFigures.millis(latencies, 100),
                kind.demanded()
                        ? "demanded: p99 300 ms " + (p99.compareTo(PROVINCE) <= 0 ? "reached" : "NOT reached")
                        : "");
    }
}
