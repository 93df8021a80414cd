package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.bench.IngestFigures.Kind;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** How fast a province's year is taken in over HTTP, beside the bare upsert of the same rows into one table of the same PostgreSQL. */
public final class IngestBench {

    private static final int LAST_YEAR = 2025;
    private static final int SINGLES = 300;
    private static final int VERSIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchStack stack;
    private final IngestSize size;
    private final IngestProvince province;
    private final IngestSender sender;
    private final ProgressDisplay progress;
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private int year = LAST_YEAR;
    private int steps;
    private int done;

    /** @param run distinguishes the indicators of this run from those of earlier ones */
    public IngestBench(BenchStack stack, IngestSize size, String run) {
        this.stack = stack;
        this.size = size;
        ApiClient indicator = stack.of(Service.INDICATOR);
        this.province = new IngestProvince(stack.of(Service.DIRECTORY), indicator, size, run);
        this.sender = new IngestSender(indicator, size.clients());
        this.out = stack.out();
        this.progress = ProgressDisplay.on(out);
    }

    public void run() {
        say("units and indicators of the province");
        province.prepare();
        List<IngestForm> forms =
                Arrays.stream(IngestForm.values()).filter(sender::takes).toList();
        steps = size.rounds() * forms.size() * Kind.values().length + 2;
        IngestFigures figures = new IngestFigures();
        try (BareTable bare = new BareTable(stack.database())) {
            warmUp(bare);
            for (int round = 0; round < size.rounds(); round++) {
                for (IngestForm form : forms) {
                    measure(form, bare, figures, round);
                }
            }
        }
        IngestSender.Tally one = singles(1);
        IngestSender.Tally many = singles(size.clients());
        progress.end();
        print(figures, one, many, forms);
        sustain();
    }

    /** The year before all others, not measured: code that is not compiled yet is slower than itself. */
    private void warmUp(BareTable bare) {
        say("warming up");
        List<IngestRow> rows = province.year(year--, 0);
        bare.upsert(rows, size.batch());
        IngestSender.Tally tally = send(IngestForm.JSON, rows);
        caughtUp(tally, rows);
    }

    private void measure(IngestForm form, BareTable bare, IngestFigures figures, int round) {
        int of = year--;
        for (Kind kind : Kind.values()) {
            say("round " + (round + 1) + ", " + form.title() + ", " + kind.title());
            List<IngestRow> rows = province.year(of, kind == Kind.NEW ? 0 : 1);
            List<byte[]> bodies = form.bodies(rows, size);
            Duration beside = round % 2 == 0 ? time(() -> bare.upsert(rows, size.batch())) : Duration.ZERO;
            IngestSender.Tally tally = new IngestSender.Tally();
            Duration sent = time(() -> sender.send(form, bodies, tally));
            requireAll(tally, kind);
            tally.latencies.all().forEach(figures.latencies(form, kind)::add);
            caughtUp(tally, rows);
            figures.add(
                    form,
                    kind,
                    rows.size(),
                    sent,
                    beside.isZero() ? time(() -> bare.upsert(rows, size.batch())) : beside);
            done++;
        }
    }

    private IngestSender.Tally send(IngestForm form, List<IngestRow> rows) {
        return sender.send(form, form.bodies(rows, size), new IngestSender.Tally());
    }

    private void requireAll(IngestSender.Tally tally, Kind kind) {
        long counted = kind == Kind.UNCHANGED ? tally.unchanged.get() : tally.accepted.get();
        if (counted != size.rows()) {
            throw new StackException("WRONG: of " + size.rows() + " rows (" + kind.title() + ") " + counted
                    + " were acknowledged as such, " + tally.rows() + " in all.");
        }
    }

    /** So that the next figure is not that of a machine still busy with the last: reports show what was sent. */
    private void caughtUp(IngestSender.Tally tally, List<IngestRow> rows) {
        IngestRow last = rows.getLast();
        String path = "/v1/rollups?indicator=" + last.indicator() + "&unit=" + last.unit() + "&period=" + last.period()
                + "&minSequence=" + tally.sequence();
        long until = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = stack.of(Service.REPORTING).get(path);
        while (!reply.isSuccess()) {
            if (System.nanoTime() > until) {
                throw new StackException("The reports do not catch up: " + reply.problem());
            }
            pause();
            reply = stack.of(Service.REPORTING).get(path);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while measuring.", e);
        }
    }

    /** Writes of one measurement each, all corrections. */
    private IngestSender.Tally singles(int clients) {
        say("single writes, " + clients + (clients == 1 ? " client" : " clients"));
        List<byte[]> bodies = new ArrayList<>();
        List<IngestRow> rows = province.year(year + 1, 2 + clients);
        for (int i = 0; i < SINGLES * clients; i++) {
            bodies.add(IngestRow.batch(List.of(rows.get(i % rows.size()))));
        }
        IngestSender.Tally tally = new IngestSender.Tally();
        new IngestSender(stack.of(Service.INDICATOR), clients).send(IngestForm.JSON, bodies, tally);
        done++;
        return tally;
    }

    private void print(IngestFigures figures, IngestSender.Tally one, IngestSender.Tally many, List<IngestForm> forms) {
        out.printf(
                Locale.ROOT,
                "%na province's year: %,d rows (%d units, %d indicators, %d months), %d clients, batches of %,d, median of %d rounds%n",
                size.rows(),
                size.units(),
                size.indicators(),
                size.periods(),
                size.clients(),
                size.batch(),
                size.rounds());
        figures.print(out);
        out.printf("%n%-36s %9s %9s %9s%n", "single writes", "p50", "p95", "p99");
        single("1 client", one);
        single(size.clients() + " clients", many);
        if (forms.size() < IngestForm.values().length) {
            out.println("NDJSON is not taken by this build of the service.");
        }
        out.printf(
                Locale.ROOT,
                "load of the machine in the last minute: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private void single(String who, IngestSender.Tally tally) {
        out.printf(
                "  %-34s %9s %9s %9s%n",
                who,
                IngestFigures.millis(tally.latencies, 50),
                IngestFigures.millis(tally.latencies, 95),
                IngestFigures.millis(tally.latencies, 99));
    }

    /** Corrections without a pause: neither the rate nor the memory may drift. */
    private void sustain() {
        if (size.minutes() == 0) {
            return;
        }
        ServiceMemory memory = new ServiceMemory(stack.data(), stack.services());
        List<List<byte[]>> versions = new ArrayList<>();
        for (int version = 0; version < VERSIONS; version++) {
            versions.add(IngestForm.JSON.bodies(province.year(year + 1, 10 + version), size));
        }
        out.printf("%nminute by minute%n%6s %12s %9s %9s   %s%n", "", "rows/s", "p50", "p99", "memory of the service");
        int version = 0;
        for (int minute = 1; minute <= size.minutes(); minute++) {
            IngestSender.Tally tally = new IngestSender.Tally();
            long start = System.nanoTime();
            while (System.nanoTime() - start < TimeUnit.MINUTES.toNanos(1)) {
                sender.send(IngestForm.JSON, versions.get(version++ % VERSIONS), tally);
            }
            out.printf(
                    Locale.ROOT,
                    "%6d %,12.0f %9s %9s   %s%n",
                    minute,
                    IngestFigures.rate(tally.rows(), Duration.ofNanos(System.nanoTime() - start)),
                    IngestFigures.millis(tally.latencies, 50),
                    IngestFigures.millis(tally.latencies, 99),
                    memory.of(Service.INDICATOR));
        }
    }

    private static Duration time(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void say(String phase) {
        int percent = steps == 0 ? ProgressDisplay.UNKNOWN : 100 * done / steps;
        progress.show(phase, percent, Duration.ofNanos(System.nanoTime() - begin));
    }
}
