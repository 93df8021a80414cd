package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.nhipso.local.stack.Service;

/** What DESIGN 10 demands of answers, line by line, on a year of a province: nothing else is asked meanwhile, and nothing sent. */
public final class DemandedAnswers {

    private static final int WARM_UP_SECONDS = 5;
    /** Many clients open many connections, each of which plans its statements once. */
    private static final int WARM_UP_OF_MANY = 10;

    private static final int MONTHS = 12;
    private static final List<String> OTHER_PERIODS = List.of("2023", "2023-Q1", "2023-H2", "2023-YTD09");

    private final BenchStack stack;
    private final InstantSource clock;
    private final PrintStream out;
    private final SplittableRandom random = new SplittableRandom(82);

    public DemandedAnswers(BenchStack stack, InstantSource clock) {
        this.stack = stack;
        this.clock = clock;
        this.out = stack.out();
    }

    /** @param only what the name of a question must contain to be asked */
    public void measure(int seconds, String only) {
        new BenchProvince(stack.of(Service.DIRECTORY), stack.of(Service.INDICATOR)).prepare();
        fill();
        String earlier =
                clock.instant().minusSeconds(5).truncatedTo(ChronoUnit.MILLIS).toString();
        out.printf("%nanswers, %d s each; one client where nothing else is said%n", seconds);
        out.printf("  %-52s %7s %8s %8s %8s %8s   %s%n", "", "asked", "per s", "p50", "p90", "p99", "DESIGN 10");
        for (Demand demand : demands(earlier)) {
            if (demand.what().contains(only)) {
                line(demand, seconds);
            }
        }
        new ServiceMemory(stack.data(), stack.services()).print("after these answers", out);
    }

    /** A year of all communes, once corrected: so there is a past to be asked for. */
    private void fill() {
        if (stack.of(Service.REPORTING)
                        .get("/v1/explanations?unit=98001&indicator=BENCH-20&period=2023-12")
                        .json()
                        .path("contributions")
                        .size()
                > 0) {
            return;
        }
        stack.progress().say("a year of the province, twice");
        Load load = new Load(stack.of(Service.INDICATOR), clock.millis());
        while (load.sent() < 2L * 20 * 144 * MONTHS) {
            load.send(4_320);
        }
        ProvinceFigures figures = new ProvinceFigures(stack.of(Service.REPORTING), BenchProvince.PROVINCE);
        while (!figures.show(load.expected())) {
            Thread.onSpinWait();
        }
    }

    private List<Demand> demands(String earlier) {
        List<Demand> demands = new ArrayList<>();
        Supplier<Question> scoreboard =
                ask(() -> "/v1/scoreboards/" + (981 + random.nextInt(12)) + "?period=" + month());
        Supplier<Question> communes = ask(() -> "/v1/rollups?level=COMMUNE&within=99&pageSize=150&" + one());
        demands.add(Demand.latency("scoreboard of a district", scoreboard, 20));
        demands.add(
                Demand.latency("scoreboard of the province", ask(() -> "/v1/scoreboards/99?period=" + month()), 20));
        demands.add(Demand.latency("an indicator, all communes of a province", communes, 20));
        demands.add(Demand.atRate("both in turn, 100 questions/s", inTurn(scoreboard, communes), 100, 50));
        demands.add(Demand.throughput(
                "an indicator, 12 districts, 16 clients",
                ask(() -> "/v1/rollups?level=DISTRICT&within=99&" + one()),
                16,
                1_500));
        demands.add(Demand.throughput(
                "the same, districts by name, 16 clients", ask(() -> "/v1/rollups?" + districts() + one()), 16, 1_500));
        demands.add(Demand.median("20 indicators x 144 communes x 12 months", ask(DemandedAnswers::everything), 200));
        for (String restated : List.of("", "&asOf=" + earlier)) {
            String as = restated.isEmpty() ? "" : "as of a moment, ";
            if (!restated.isEmpty()) {
                demands.add(otherwise(as + "province, a month", () -> "unit=99&" + one() + restated));
                demands.add(otherwise(as + "province, a longer period", () -> "unit=99&" + longer() + restated));
                demands.add(otherwise(as + "12 districts, a month", () -> districts() + one() + restated));
                demands.add(otherwise(as + "province, 5 indicators", () -> "unit=99&" + five() + restated));
            }
            String valid = "&validAt=" + BenchProvince.REORGANISED + restated;
            demands.add(otherwise(as + "restated, province, a month", () -> "unit=99&" + one() + valid));
            demands.add(otherwise(as + "restated, province, a longer period", () -> "unit=99&" + longer() + valid));
            demands.add(otherwise(as + "restated, province, 5 indicators", () -> "unit=99&" + five() + valid));
            demands.add(
                    otherwise(as + "restated, 48 communes, a month", () -> "level=COMMUNE&within=99&" + one() + valid));
            demands.add(otherwise(as + "restated, all provinces, a month", () -> "level=PROVINCE&" + one() + valid));
        }
        demands.add(
                Demand.latency("explanation, province, a month", ask(() -> "/v1/explanations?unit=99&" + one()), 300));
        demands.add(Demand.latency(
                "explanation, restated province",
                ask(() -> "/v1/explanations?unit=99&validAt=" + BenchProvince.REORGANISED + "&" + one()),
                300));
        return demands;
    }

    private static Demand otherwise(String what, Supplier<String> question) {
        return Demand.latency(what, ask(() -> "/v1/rollups?" + question.get()), 300);
    }

    private static Supplier<Question> ask(Supplier<String> path) {
        return () -> new Question("", path.get());
    }

    private Supplier<Question> inTurn(Supplier<Question> one, Supplier<Question> other) {
        return () -> random.nextBoolean() ? one.get() : other.get();
    }

    private String indicator() {
        List<String> all = BenchProvince.indicators();
        return all.get(random.nextInt(all.size()));
    }

    private String month() {
        return String.format(Locale.ROOT, "2023-%02d", 1 + random.nextInt(MONTHS));
    }

    private String one() {
        return "indicator=" + indicator() + "&period=" + month();
    }

    private String five() {
        return BenchProvince.indicators().subList(0, 5).stream()
                        .map(code -> "indicator=" + code)
                        .collect(Collectors.joining("&"))
                + "&period=" + month();
    }

    private String longer() {
        return "indicator=" + indicator() + "&period=" + OTHER_PERIODS.get(random.nextInt(OTHER_PERIODS.size()));
    }

    private static String districts() {
        return IntStream.range(0, 12).mapToObj(i -> "unit=" + (981 + i) + "&").collect(Collectors.joining());
    }

    private static String everything() {
        return "/v1/figures?level=COMMUNE&within=99&pageSize=150&"
                + BenchProvince.indicators().stream()
                        .map(code -> "indicator=" + code + "&")
                        .collect(Collectors.joining())
                + IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> String.format(Locale.ROOT, "period=2023-%02d", month))
                        .collect(Collectors.joining("&"));
    }

    private void line(Demand demand, int seconds) {
        Traffic traffic = new Traffic(stack.of(Service.REPORTING));
        stack.progress().say(demand.what());
        demand.ask(traffic, demand.clients() > 1 ? WARM_UP_OF_MANY : WARM_UP_SECONDS);
        Traffic.Seen seen = demand.ask(traffic, seconds);
        out.printf(
                Locale.ROOT,
                "  %-52s %7d %8.0f %8s %8s %8s   %s%n",
                demand.what(),
                seen.all().count(),
                seen.rate(),
                millis(seen.all().percentile(50)),
                millis(seen.all().percentile(90)),
                millis(seen.all().percentile(99)),
                demand.verdict(seen));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%,.1f ms", time.toNanos() / 1e6);
    }
}
