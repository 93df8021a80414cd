package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** How long rollups take to be answered, those restated, of an earlier knowledge and explained among them, while measurements go on coming in. */
public final class RollupAnswers {

    private static final int BATCHES_PER_SECOND = 20;
    private static final int WARM_UP_SECONDS = 20;
    /** Stands in a question for an indicator and a month. */
    private static final String MONTH = "{month}";

    private final ApiClient indicator;
    private final ApiClient reporting;
    private final BenchStack stack;
    private final BenchProvince province;
    private final InstantSource clock;
    private final PrintStream out;
    private final List<Question> kinds = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(82);
    private int asked;

    public RollupAnswers(BenchStack stack, InstantSource clock) {
        this.stack = stack;
        this.indicator = stack.of(Service.INDICATOR);
        this.reporting = stack.of(Service.REPORTING);
        this.province = new BenchProvince(stack.of(Service.DIRECTORY), indicator);
        this.clock = clock;
        this.out = stack.out();
    }

    /**
     * Measures and prints.
     *
     * @param rate measurements a second that come in meanwhile
     * @param questions a second
     */
    public void measure(int rate, int questions, int seconds) {
        province.prepare();
        Load load = new Load(indicator, clock.millis());
        // A year of the province, so that there is something to answer with.
        stack.progress().say("a year of the province");
        while (load.sent() < 20L * 144 * 12) {
            load.send(4_320);
        }
        known();
        stack.progress().say("the same questions for " + WARM_UP_SECONDS + " s, so that all statements are planned");
        new Traffic(reporting).atRate(this::next, questions, WARM_UP_SECONDS);
        stack.progress().say("asking " + questions + " questions/s beside " + rate + " measurements/s");
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> send(load, rate, seconds), Thread::startVirtualThread);
        Traffic.Seen seen = new Traffic(reporting).atRate(this::next, questions, seconds);
        join(sending);
        print(seen, rate, questions);
    }

    /** What the service answers; what it refuses is said and left out. */
    private void known() {
        String earlier =
                clock.instant().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
        String demo = "indicator=DG01&period=2022-H1";
        for (Question question : List.of(
                new Question("rollup of a province", "/v1/rollups?unit=99&" + MONTH),
                new Question("rollups of 12 districts", "/v1/rollups?level=DISTRICT&within=99&" + MONTH),
                new Question("restated, province", "/v1/rollups?unit=99&validAt=2026-01-01&" + MONTH),
                new Question(
                        "restated, 12 districts", "/v1/rollups?level=DISTRICT&within=99&validAt=2026-01-01&" + MONTH),
                new Question("restated by lineage (demo)", "/v1/rollups?unit=92&validAt=2025-07-01&" + demo),
                new Question("as of a moment, province", "/v1/rollups?unit=99&asOf=" + earlier + "&" + MONTH),
                new Question("explanation, province", "/v1/explanations?unit=99&" + MONTH),
                new Question("explanation, district", "/v1/explanations?unit=981&" + MONTH),
                new Question("explanation, restated (demo)", "/v1/explanations?unit=92&validAt=2025-07-01&" + demo))) {
            Reply reply = reporting.get(any(question).path());
            if (reply.isSuccess()) {
                kinds.add(question);
            } else {
                stack.progress().say("left out, answered with " + reply.status() + ": " + question.kind());
            }
        }
        if (kinds.isEmpty()) {
            throw new StackException("The reporting service answers none of the questions.");
        }
    }

    /** In turn. */
    private Question next() {
        return any(kinds.get(asked++ % kinds.size()));
    }

    /** Of any indicator and month of the year that was reported first. */
    private Question any(Question kind) {
        List<String> indicators = BenchProvince.indicators();
        String month = String.format(
                Locale.ROOT,
                "indicator=%s&period=2023-%02d",
                indicators.get(random.nextInt(indicators.size())),
                1 + random.nextInt(12));
        return new Question(kind.kind(), kind.path().replace(MONTH, month));
    }

    private static void send(Load load, int rate, int seconds) {
        int size = Math.max(1, rate / BATCHES_PER_SECOND);
        long begin = System.nanoTime();
        for (long sent = 0; sent < (long) rate * seconds; sent += size) {
            load.send(size);
            sleepUntil(begin + (sent + size) * 1_000_000_000L / rate);
        }
    }

    private static void sleepUntil(long due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
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

    private void print(Traffic.Seen seen, int rate, int questions) {
        out.printf(
                Locale.ROOT,
                "%nanswers at %d questions/s beside %,d measurements/s; a time counts from when the question was due%n",
                questions,
                rate);
        out.printf("  %-30s %6s %8s %8s %8s   %s%n", "", "asked", "p50", "p90", "p99", "DESIGN 10");
        for (Question kind : kinds) {
            Latencies latencies = seen.byKind().get(kind.kind());
            if (latencies == null) {
                continue;
            }
            boolean otherwise =
                    kind.kind().startsWith("restated") || kind.kind().startsWith("as of");
            out.printf(
                    Locale.ROOT,
                    "  %-30s %6d %8s %8s %8s   %s%n",
                    kind.kind(),
                    latencies.count(),
                    millis(latencies.percentile(50)),
                    millis(latencies.percentile(90)),
                    millis(latencies.percentile(99)),
                    otherwise ? verdict(latencies.percentile(99)) : "");
        }
        if (seen.turnedAway() > 0) {
            out.printf("  %d were turned away with 503%n", seen.turnedAway());
        }
    }

    private static String verdict(Duration p99) {
        return "p99 300 ms " + (p99.toMillis() <= 300 ? "reached" : "NOT reached");
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%,d ms", time.toMillis());
    }
}
