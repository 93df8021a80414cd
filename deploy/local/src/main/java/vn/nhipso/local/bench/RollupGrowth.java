package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.stack.BesideService;
import vn.nhipso.local.stack.StackException;

/**
 * How the cost of all rollups grows: figures put straight into the database of a reporting service of its own, rebuilt by it, beside the bare sums of
 * the same figures in the same run.
 */
public final class RollupGrowth {

    private static final Pattern END = Pattern.compile(";\\s*(?:\n|$)");

    private final BenchStack stack;
    private final BesideService beside;
    private final ApiClient operator;
    private final PrintStream out;
    private final List<Line> lines = new ArrayList<>();

    /** @param operator a token that may rebuild */
    public RollupGrowth(BenchStack stack, BesideService beside, String operator) {
        this.stack = stack;
        this.beside = beside;
        this.operator = new ApiClient(HttpClient.newHttpClient(), beside.uri(), operator);
        this.out = stack.out();
    }

    private record Line(
            RollupSize size,
            long facts,
            long rows,
            Duration bare,
            Duration rebuild,
            long memory,
            long factDisk,
            long rollupDisk) {

        String perSecond(Duration time) {
            return String.format(Locale.ROOT, "%,d", facts * 1_000_000_000L / Math.max(1, time.toNanos()));
        }

        /** DESIGN 10 demands a half. */
        boolean isFastEnough() {
            return bare.multipliedBy(2).compareTo(rebuild) >= 0;
        }
    }

    /** Fails before anything is written where the disk has no room for the largest: that of the nation takes some minutes and 9 GB. */
    public void run(List<RollupSize> sizes) {
        sizes.forEach(size -> stack.data().requireSpaceFor(size.name(), size.diskBytes()));
        sizes.forEach(this::measure);
        print();
    }

    private void measure(RollupSize size) {
        stack.progress().say(size.name());
        try (Connection connection = beside.connect()) {
            new Filling(beside, size).fill(connection, statements("figures.sql", size), ProgressDisplay.on(out));
            stack.progress().say(size.name() + ": the bare sums");
            Duration before = bare(connection, size);
            // The first makes them, the second proves that both are equal while it does; that one counts.
            rebuild(size.name() + ": the first time");
            JsonNode result = rebuild(size.name() + ": again, beside what is served");
            Duration after = bare(connection, size);
            if (!result.path("equal").asBoolean()) {
                throw new StackException("The rollups of " + size.name() + " are not what a rebuild makes: " + result);
            }
            lines.add(new Line(
                    size,
                    result.path("facts").asLong(),
                    result.path("rows").asLong(),
                    before.plus(after).dividedBy(2),
                    Duration.ofMillis(result.path("seconds")
                            .decimalValue()
                            .movePointRight(3)
                            .longValue()),
                    ServiceMemory.process(stack.data(), beside.module(), "VmHWM")
                            .orElse(0),
                    bytes(connection, "fact"),
                    bytes(connection, "rollup")));
        } catch (SQLException e) {
            throw new StackException("Rollups of " + size.name() + " cannot be measured (" + e.getMessage() + ").", e);
        }
    }

    private static Duration bare(Connection connection, RollupSize size) throws SQLException {
        List<String> statements = statements("bare.sql", size);
        execute(connection, "SET work_mem = '64MB'");
        execute(connection, statements.get(0));
        execute(connection, statements.get(1));
        long begin = System.nanoTime();
        for (String statement : statements.subList(2, statements.size())) {
            execute(connection, statement);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        execute(connection, statements.get(0));
        return took;
    }

    private JsonNode rebuild(String what) {
        Reply begun = operator.post("/v1/rebuilds", ApiJson.mapper().createObjectNode());
        if (begun.status() != 202) {
            throw new StackException("A rebuild was refused: " + begun.problem());
        }
        String job = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        ProgressDisplay display = ProgressDisplay.on(out);
        long begin = System.nanoTime();
        while (true) {
            JsonNode view = operator.get(job).json();
            switch (view.path("status").asText()) {
                case "SUCCEEDED" -> {
                    display.end();
                    return view.path("result");
                }
                case "FAILED", "CANCELLED" -> {
                    display.end();
                    throw new StackException("A rebuild did not succeed: " + view);
                }
                default -> show(display, what, view.path("progress"), begin);
            }
        }
    }

    private static void show(ProgressDisplay display, String what, JsonNode progress, long begin) {
        JsonNode percent = progress.path("percent");
        display.show(
                what + ", " + progress.path("phase").asText("QUEUED"),
                percent.isNumber() ? percent.asInt() : ProgressDisplay.UNKNOWN,
                Duration.ofNanos(System.nanoTime() - begin));
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while rebuilding.", e);
        }
    }

    private void print() {
        out.printf(
                "%nall rollups of %d indicators, month by month (figures put straight into the database; the bare sums before and after)%n",
                RollupSize.INDICATORS);
        out.printf(
                "  %-24s %10s %10s %9s %10s %9s %10s %6s %9s %9s %9s%n",
                "",
                "figures",
                "rollups",
                "bare s",
                "figures/s",
                "rebuild s",
                "figures/s",
                "ratio",
                "service",
                "figures",
                "rollups");
        for (Line line : lines) {
            out.printf(
                    Locale.ROOT,
                    "  %-24s %,10d %,10d %9s %10s %9s %10s %6s %5d MiB %5d MiB %5d MiB   %s%n",
                    line.size().name(),
                    line.facts(),
                    line.rows(),
                    seconds(line.bare()),
                    line.perSecond(line.bare()),
                    seconds(line.rebuild()),
                    line.perSecond(line.rebuild()),
                    ratio(line),
                    line.memory() >> 20,
                    line.factDisk() >> 20,
                    line.rollupDisk() >> 20,
                    line.isFastEnough() ? "reached" : "NOT reached");
        }
        out.println("  DESIGN 10: a ratio of 0.5; while it runs the rollups are on the disk twice");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private static String ratio(Line line) {
        return String.format(
                Locale.ROOT,
                "%.2f",
                (double) line.bare().toNanos() / line.rebuild().toNanos());
    }

    private static long bytes(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_total_relation_size('" + table + "')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> statements(String resource, RollupSize size) {
        try (InputStream in = RollupGrowth.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return END.splitAsStream(size.in(text).strip()).toList();
        } catch (IOException e) {
            throw new StackException("The figures of the benchmark cannot be read.", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
