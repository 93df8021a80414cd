package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.ReportingGroup;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/**
 * How much faster several reporting services together apply what has gathered than one of them: the same amount of new figures each time, in turn, in one
 * run. All of them are warm, and Kafka has shared the partitions out before the clock starts.
 */
public final class InstancesBench {

    private static final int INDICATORS = 50;
    private static final int UNITS = 144;
    private static final int MONTHS = 12;
    /** As many indicators as fit into one question. */
    private static final int MOST_ROWS = 100 * UNITS * MONTHS;

    private static final int BATCH = 5_000;
    private static final int LAST_YEAR = 2025;
    private static final int FIRST_YEAR = 2010;
    private static final int WARM_UPS = 4;
    /** One, all, all, one. */
    private static final int TURNS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchStack stack;
    private final ReportingGroup group;
    private final IngestSize size;
    private final int rows;
    private final boolean corrections;
    private final IngestProvince province;
    private final ProvinceFigures figures;
    private final Map<String, List<String>> parties = new LinkedHashMap<>();
    private final List<Applied> seen = new ArrayList<>();
    private int year = LAST_YEAR;

    /**
     * @param corrections whether what gathers are other numbers of figures that are known
     * @param run distinguishes the indicators of this run from those of earlier ones
     */
    public InstancesBench(BenchStack stack, ReportingGroup group, int rows, boolean corrections, String run) {
        this.stack = stack;
        this.group = group;
        this.rows = rows;
        this.corrections = corrections;
        if (rows < 1 || rows > MOST_ROWS) {
            throw new StackException("--rows must be from 1 to " + MOST_ROWS + ".");
        }
        int indicators = Math.max(INDICATORS, Math.ceilDiv(rows, UNITS * MONTHS));
        this.size = new IngestSize(UNITS, indicators, MONTHS, 1, BATCH, 1, 0);
        this.province = new IngestProvince(stack.of(Service.DIRECTORY), stack.of(Service.INDICATOR), size, run);
        this.figures = new ProvinceFigures(stack.of(Service.REPORTING), IngestProvince.PROVINCE);
        parties.put("reporting", group.processes());
        parties.put("PostgreSQL", List.of("postgresql"));
        parties.put("Kafka", List.of("kafka"));
    }

    /** @param busy hundredths of processors by name */
    private record Applied(int instances, Duration took, Map<String, Long> busy) {}

    /** @param rounds of one, all, all, one */
    public void run(int rounds) {
        int all = group.processes().size();
        if (all < 2) {
            throw new StackException(
                    "Only one reporting service runs: start the stack with deploy/local/up --reporting 2.");
        }
        int most = (LAST_YEAR - FIRST_YEAR + 1 - WARM_UPS) / TURNS;
        if (rounds > most) {
            throw new StackException("--rounds must be from 1 to " + most + ": each figure is of a year of its own.");
        }
        stack.progress().say("units and indicators of the province");
        province.prepare();
        group.leave(all);
        for (int time = 0; time < WARM_UPS; time++) {
            stack.progress().say("warming up: " + apply(all).took().toMillis() + " ms");
        }
        for (int round = 0; round < rounds; round++) {
            for (int instances : List.of(1, all, all, 1)) {
                measure(instances);
            }
        }
        print(all);
    }

    private void measure(int instances) {
        group.leave(instances);
        Applied applied = apply(instances);
        seen.add(applied);
        stack.progress()
                .say(String.format(
                        Locale.ROOT,
                        "%d working: %,.0f measurements/s",
                        instances,
                        IngestFigures.rate(rows, applied.took())));
    }

    private Applied apply(int instances) {
        int of = year--;
        if (corrections) {
            List<IngestRow> first = province.year(of, 0).subList(0, rows);
            awaitVisible(send(first), first.getLast());
        }
        List<IngestRow> sent = province.year(of, corrections ? 1 : 0).subList(0, rows);
        try (Backlog backlog = Backlog.gather(stack.database())) {
            String sequence = send(sent);
            backlog.awaitSent();
            ProcessorTime before = ProcessorTime.now(stack.data(), parties);
            long begin = System.nanoTime();
            backlog.release();
            awaitVisible(sequence, sent.getLast());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Map<String, Long> busy = ProcessorTime.now(stack.data(), parties).busySince(before, took);
            requireRight(sent);
            return new Applied(instances, took, busy);
        }
    }

    /** Says the sequence of the last batch. */
    private String send(List<IngestRow> sent) {
        return new IngestSender(stack.of(Service.INDICATOR), 1)
                .send(IngestForm.JSON, IngestForm.JSON.bodies(sent, size), new IngestSender.Tally())
                .sequence();
    }

    /** The last write counts only when all before it do. */
    private void awaitVisible(String sequence, IngestRow last) {
        ApiClient reporting = stack.of(Service.REPORTING);
        HttpRequest question = reporting
                .request("/v1/rollups?indicator=" + last.indicator() + "&unit=" + IngestProvince.PROVINCE + "&period="
                        + last.period() + "&minSequence=" + ApiClient.encoded(sequence))
                .GET()
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = reporting.once(question);
        while (!reply.isSuccess()) {
            if (reply.status() != 503 || System.nanoTime() > until) {
                throw new StackException("The reports do not catch up: " + reply.problem());
            }
            reply = reporting.once(question);
        }
    }

    private void requireRight(List<IngestRow> sent) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        sent.forEach(row -> sums.computeIfAbsent(row.period(), period -> new TreeMap<>())
                .merge(row.indicator(), (long) row.numerator(), Long::sum));
        if (!figures.show(sums)) {
            throw new StackException("WRONG: the sums of the province are not what was sent.");
        }
    }

    private void print(int all) {
        PrintStream out = stack.out();
        out.printf(
                Locale.ROOT,
                "%n%,d %s that had gathered in Kafka, until all rollups are visible and right; processors kept busy, of %d%n",
                rows,
                corrections ? "corrections" : "new measurements",
                Runtime.getRuntime().availableProcessors());
        out.printf("  %-12s %8s %8s", "instances", "rows/s", "seconds");
        seen.getFirst().busy().keySet().forEach(name -> out.printf(" %11s", name));
        out.println();
        for (Applied applied : seen) {
            out.printf(
                    Locale.ROOT,
                    "  %-12d %,8.0f %8.1f",
                    applied.instances(),
                    IngestFigures.rate(rows, applied.took()),
                    applied.took().toMillis() / 1000.0);
            applied.busy().values().forEach(busy -> out.printf(Locale.ROOT, " %11.2f", busy / 100.0));
            out.println();
        }
        out.printf(
                Locale.ROOT,
                "  %d instances apply %.2f times what one does (medians)%n",
                all,
                (double) median(1).toNanos() / median(all).toNanos());
    }

    private Duration median(int instances) {
        List<Duration> times = new ArrayList<>(seen.stream()
                .filter(applied -> applied.instances() == instances)
                .map(Applied::took)
                .toList());
        Collections.sort(times);
        int middle = times.size() / 2;
        return times.get(middle - 1).plus(times.get(middle)).dividedBy(2);
    }
}
