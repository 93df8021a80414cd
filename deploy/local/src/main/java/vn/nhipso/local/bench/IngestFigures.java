package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, round by round, the bare upsert beside it; printed as one table. */
final class IngestFigures {

    /** DESIGN 10: one of so many rows of the bare upsert. */
    private static final int DEMANDED = 6;

    /** What rows are to the service. */
    enum Kind {
        NEW("new"),
        CORRECTION("corrections"),
        UNCHANGED("unchanged");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private record Round(int rows, Duration service, Duration bare) {

        double rate() {
            return IngestFigures.rate(rows, service);
        }

        double bareRate() {
            return IngestFigures.rate(rows, bare);
        }
    }

    private static final class Cell {
        private final List<Round> rounds = new ArrayList<>();
        private final Latencies latencies = new Latencies();
    }

    private final Map<IngestForm, Map<Kind, Cell>> cells = new EnumMap<>(IngestForm.class);

    Latencies latencies(IngestForm form, Kind kind) {
        return cell(form, kind).latencies;
    }

    void add(IngestForm form, Kind kind, int rows, Duration service, Duration bare) {
        cell(form, kind).rounds.add(new Round(rows, service, bare));
    }

    private Cell cell(IngestForm form, Kind kind) {
        return cells.computeIfAbsent(form, anew -> new EnumMap<>(Kind.class)).computeIfAbsent(kind, anew -> new Cell());
    }

    static double rate(long rows, Duration time) {
        return rows * 1e9 / time.toNanos();
    }

    void print(PrintStream out) {
        out.printf(
                "%n%-20s %10s %12s %7s   %9s %9s %9s   %s%n",
                "measurements/s", "service", "bare upsert", "ratio", "p50", "p95", "p99", "of");
        cells.forEach((form, kinds) -> {
            out.println(form.title());
            kinds.forEach((kind, cell) -> row(form, kind, cell, out));
        });
    }

    private static void row(IngestForm form, Kind kind, Cell cell, PrintStream out) {
        double service = median(cell.rounds.stream().map(Round::rate).toList());
        double bare = median(cell.rounds.stream().map(Round::bareRate).toList());
        out.printf(
                Locale.ROOT,
                "  %-18s %,10.0f %,12.0f %7.2f   %9s %9s %9s   %s   demanded 1/%d %s%n",
                kind.title(),
                service,
                bare,
                service / bare,
                millis(cell.latencies, 50),
                millis(cell.latencies, 95),
                millis(cell.latencies, 99),
                form.isStream() ? "a stream" : "a batch",
                DEMANDED,
                service / bare * DEMANDED >= 1 ? "reached" : "NOT reached");
    }

    static String millis(Latencies latencies, int percent) {
        return String.format(
                Locale.ROOT, "%.1f ms", latencies.percentile(percent).toNanos() / 1e6);
    }

    private static double median(List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
