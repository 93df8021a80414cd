package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.restatement.Amount;
import vn.nhipso.reporting.restatement.Handed;
import vn.nhipso.reporting.restatement.PlacementOracle;
import vn.nhipso.reporting.restatement.PlacementOracle.Placed;
import vn.nhipso.reporting.restatement.RandomHistory;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * Whatever is reported in whatever history: restated, a unit that holds the same people has its rollup as it was, any other the sum of what is placed
 * at or below it by the plain rules, and nothing of the country is lost or counted twice.
 */
class RestatedRollupPropertyTest {

    private static final List<Period> PERIODS = Stream.of("2024-01", "2024-03", "2024-07", "2024-12")
            .map(Period::parse)
            .toList();
    private static final List<LocalDate> MOMENTS = Stream.of("2024-01-31", "2024-03-31", "2024-07-31", "2024-12-31")
            .map(LocalDate::parse)
            .toList();
    private static final Map<String, Set<Integer>> INDICATORS = Map.of(
            "R", Set.of(1, 2, 3), "C", Set.of(3), "D", Set.of(2), "F", Set.of(2, 3), "S", Set.of(3), "W", Set.of(3));
    private static final ReportingDatabase DATABASE = new ReportingDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static int run;

    private Random random = new Random();
    private String prefix = "";
    private PlacementOracle oracle;
    private long seed;

    @Property(tries = 2, seed = "5103", shrinking = ShrinkingMode.OFF)
    void restatedRollupsShouldBeWhatIsPlacedAtOrBelowAUnit(@ForAll long given) throws Exception {
        seed = given;
        random = new Random(seed);
        prefix = "r" + ++run + "-";
        RandomHistory history = new RandomHistory(random, prefix);
        oracle = new PlacementOracle(history);
        List<Event> events = new ArrayList<>(history.events());
        events.add(definition("R", "RATIO", "PROVINCE DISTRICT COMMUNE", null));
        events.add(definition("C", "COUNT", "COMMUNE", null));
        events.add(definition("D", "RATIO", "DISTRICT", null));
        events.add(definition("F", "FLAG", "DISTRICT COMMUNE", null));
        events.add(definition("S", "SHARE", "COMMUNE", prefix + "W"));
        events.add(definition("W", "COUNT", "COMMUNE", null));
        DATABASE.apply(events);
        DATABASE.apply(facts());
        try (Connection connection = DATABASE.connection()) {
            Map<Period, Known> known = new HashMap<>();
            for (Period period : PERIODS) {
                known.put(period, known(connection, period));
            }
            for (LocalDate day : MOMENTS) {
                compare(connection, day, known);
            }
        }
    }

    private Event definition(String code, String kind, String levels, String weight) {
        return Events.definition(prefix + code, kind, "STOCK", levels, weight);
    }

    private List<Event> facts() {
        Map<String, Event> facts = new HashMap<>();
        for (Period period : PERIODS) {
            for (String unit : oracle.living(period.end())) {
                for (String indicator : List.of("R", "C", "D", "F", "S", "W")) {
                    if (random.nextInt(3) > 0) {
                        fact(facts, indicator, unit, period);
                    }
                }
            }
        }
        return List.copyOf(facts.values());
    }

    private void fact(Map<String, Event> facts, String indicator, String unit, Period period) {
        Set<Integer> levels = Objects.requireNonNull(INDICATORS.get(indicator));
        int level = oracle.level(unit, period.end());
        int lowest = levels.stream().max(Integer::compare).orElseThrow();
        if (level > lowest) {
            return;
        }
        List<String> scopes = levels.contains(level) && level == lowest
                ? List.of("OWN")
                : levels.contains(level) ? List.of("OWN", "CHILDREN", "WHOLE") : List.of("CHILDREN", "WHOLE");
        String scope = scopes.get(random.nextInt(scopes.size()));
        String figure =
                switch (indicator) {
                    case "R", "D" ->
                        random.nextInt(4) == 0 ? "=50" : random.nextInt(50) + "/" + (50 + random.nextInt(50));
                    case "F" -> scope.equals("OWN") ? "=" + random.nextInt(2) : random.nextInt(3) + "/" + 3;
                    default -> "=" + random.nextInt(100);
                };
        String said = random.nextInt(8) == 0 ? "!NOT_APPLICABLE" : figure + (random.nextInt(4) == 0 ? " AT_LEAST" : "");
        String key = prefix + indicator + " " + unit + " " + period + " " + scope;
        facts.put(key, Events.measurement(key + " " + said));
    }

    /** What a period comes to as it was. */
    private record Known(List<String> living, Map<String, RollupItem> asWas, Map<String, Handed> handed) {}

    private List<String> indicators() {
        return INDICATORS.keySet().stream().map(code -> prefix + code).sorted().toList();
    }

    private Known known(Connection connection, Period period) throws Exception {
        RollupAnswers answers = new RollupAnswers(connection, TODAY);
        List<String> living = new ArrayList<>(oracle.living(period.end()));
        living.add("VN");
        return new Known(
                living,
                answers.of(indicators(), List.of(period), living).stream()
                        .collect(Collectors.toMap(RestatedRollupPropertyTest::key, Function.identity())),
                answers.handed(answers.ask(indicators(), List.of(period)), living, List.of("VN")).stream()
                        .collect(Collectors.toMap(one -> one.indicator() + " " + one.unit(), Function.identity())));
    }

    private void compare(Connection connection, LocalDate day, Map<Period, Known> known) throws Exception {
        List<String> units = new ArrayList<>(oracle.living(day));
        units.add("VN");
        Map<Period, Map<String, Map<Placed, BigDecimal>>> places = new HashMap<>();
        known.forEach((period, was) -> places.put(period, places(was.living(), period.end(), day)));
        for (RollupItem item : new RestatedAnswers(connection, TODAY).of(indicators(), PERIODS, units, day)) {
            Known was = Objects.requireNonNull(known.get(item.period()));
            Sums sums = new Sums(
                    item,
                    item.closes(),
                    day,
                    was.living(),
                    was.handed(),
                    Objects.requireNonNull(places.get(item.period())));
            String as = "seed " + seed + ": " + key(item) + " of " + item.period() + " on " + day;
            String same = sums.same();
            if (same == null) {
                assertThat(sums.found()).as(as).isEqualTo(sums.expected());
            } else {
                RollupItem before = was.asWas().get(item.definition().code() + " " + same);
                assertThat(item.row().whole()).as(as).isEqualTo(before.row().whole());
                assertThat(item.row().children()).as(as).isEqualTo(before.row().children());
                assertThat(item.row().own()).as(as).isEqualTo(before.row().own());
                assertThat(item.row().byLevel()).as(as).isEqualTo(before.row().byLevel());
                assertThat(item.missing()).as(as).isEqualTo(before.missing());
            }
        }
    }

    private Map<String, Map<Placed, BigDecimal>> places(List<String> living, LocalDate closes, LocalDate day) {
        Map<String, Map<Placed, BigDecimal>> places = new HashMap<>();
        for (String unit : living) {
            places.put(
                    unit,
                    unit.equals("VN")
                            ? Map.of(new Placed("VN", "WHOLE"), BigDecimal.ONE)
                            : oracle.place(unit, closes, day));
        }
        return places;
    }

    private static String key(RollupItem item) {
        return item.definition().code() + " " + item.unit().code();
    }

    /** One sum by the plain rules. */
    private final class Sums {
        private final RollupItem item;
        private final LocalDate closes;
        private final LocalDate day;
        private final List<String> living;
        private final Map<String, Handed> handed;
        private final Map<String, Map<Placed, BigDecimal>> places;

        Sums(
                RollupItem item,
                LocalDate closes,
                LocalDate day,
                List<String> living,
                Map<String, Handed> handed,
                Map<String, Map<Placed, BigDecimal>> places) {
            this.item = item;
            this.closes = closes;
            this.day = day;
            this.living = living;
            this.handed = handed;
            this.places = places;
        }

        private boolean within(Placed placed) {
            return oracle.way(placed.place(), day).contains(item.unit().code());
        }

        private Map<Placed, BigDecimal> placesOf(String unit) {
            return Objects.requireNonNull(places.get(unit));
        }

        private boolean all(String unit) {
            return placesOf(unit).keySet().stream().allMatch(this::within);
        }

        /** The unit that holds the same people. */
        private String same() {
            String code = item.unit().code();
            if (code.equals("VN")) {
                return code;
            }
            for (String unit : living) {
                boolean here = placesOf(unit).containsKey(new Placed(code, "WHOLE"))
                        && oracle.level(unit, closes) == oracle.level(code, day);
                if (here) {
                    Set<String> below = living.stream()
                            .filter(one -> oracle.way(one, closes).contains(unit))
                            .collect(Collectors.toSet());
                    Set<String> touched = new HashSet<>();
                    living.forEach(one -> {
                        if (placesOf(one).keySet().stream().anyMatch(this::within)) {
                            touched.add(one);
                        }
                    });
                    if (touched.equals(below) && below.stream().allMatch(this::all)) {
                        return unit;
                    }
                }
            }
            return null;
        }

        private Handed of(String unit) {
            return handed.get(item.definition().code() + " " + unit);
        }

        private List<Handed> below(String unit) {
            return living.stream()
                    .filter(child -> !child.equals("VN")
                            && oracle.span(child, closes).parent().equals(unit))
                    .map(this::of)
                    .filter(Objects::nonNull)
                    .toList();
        }

        private static BigDecimal n(Amount amount) {
            return amount == null ? BigDecimal.ZERO : amount.n();
        }

        private static BigDecimal d(Amount amount) {
            return amount == null || amount.d() == null ? BigDecimal.ZERO : amount.d();
        }

        private BigDecimal part(String unit, Function<Handed, BigDecimal> of) {
            Handed own = of(unit);
            BigDecimal part = own == null ? BigDecimal.ZERO : of.apply(own);
            for (Handed child : below(unit)) {
                part = part.subtract(of.apply(child));
            }
            return part;
        }

        private int count(String unit, Function<Handed, Integer> of) {
            return part(unit, one -> BigDecimal.valueOf(of.apply(one))).intValueExact();
        }

        private String expected() {
            BigDecimal n = BigDecimal.ZERO;
            BigDecimal d = BigDecimal.ZERO;
            BigDecimal w = BigDecimal.ZERO;
            BigDecimal atN = BigDecimal.ZERO;
            int due = 0;
            int reporting = 0;
            int counted = 0;
            boolean estimated = false;
            for (String unit : living) {
                if (unit.equals("VN")) {
                    continue;
                }
                for (Map.Entry<Placed, BigDecimal> place : placesOf(unit).entrySet()) {
                    if (within(place.getKey())) {
                        BigDecimal share = place.getValue();
                        n = n.add(part(unit, one -> n(one.up())).multiply(share));
                        d = d.add(part(unit, one -> d(one.up())).multiply(share));
                        w = w.add(part(
                                        unit,
                                        one -> one.weighed() == null
                                                ? BigDecimal.ZERO
                                                : one.weighed().n())
                                .multiply(share));
                        boolean gives = of(unit) != null && (of(unit).up() != null || of(unit).weighed() != null);
                        estimated |= place.getKey().how().equals("SHARE") && !all(unit) && gives && gives(unit);
                        if (place.getKey().place().equals(item.unit().code()) && !isOwn(unit, place.getKey())) {
                            atN = atN.add(part(unit, one -> n(one.up())).multiply(share));
                        } else if (place.getKey().place().equals(item.unit().code()) && of(unit) != null) {
                            atN = atN.add(part(unit, one -> n(one.up()))
                                    .subtract(n(of(unit).own()))
                                    .multiply(share));
                        }
                    }
                }
                if (all(unit)) {
                    boolean listed = item.definition().expects(oracle.level(unit, closes));
                    due += listed ? 1 - count(unit, one -> one.coverage().notApplicable()) : 0;
                    reporting += count(unit, one -> one.coverage().reporting());
                    counted += count(unit, one -> one.coverage().counted());
                }
            }
            boolean blurred = living.stream().anyMatch(this::countsOthersElsewhere);
            String basis = estimated ? "ESTIMATED" : counted == due && due > 0 && !blurred ? "COMPUTED" : "PARTIAL";
            return say(n, d, w, atN, reporting, counted, due, basis);
        }

        private boolean countsOthersElsewhere(String unit) {
            return !unit.equals("VN")
                    && of(unit) != null
                    && all(unit)
                    && count(unit, one -> one.coverage().counted())
                            > of(unit).ownCoverage().counted()
                    && living.stream()
                            .anyMatch(other -> oracle.way(other, closes).contains(unit) && !all(other));
        }

        private boolean gives(String unit) {
            return of(unit).own() != null
                    || part(unit, one -> n(one.up())).signum() != 0
                    || part(unit, one -> d(one.up())).signum() != 0
                    || below(unit).isEmpty()
                    || part(
                                            unit,
                                            one -> one.weighed() == null
                                                    ? BigDecimal.ZERO
                                                    : one.weighed().w())
                                    .signum()
                            != 0;
        }

        private boolean isOwn(String unit, Placed placed) {
            return !placed.how().equals("UNALLOCATED")
                    && oracle.level(unit, closes) == oracle.level(placed.place(), day);
        }

        private String found() {
            RollupRow.Part whole = item.row().whole();
            Restating restating = Objects.requireNonNull(item.restating());
            BigDecimal at = restating.unallocated() == null
                    ? BigDecimal.ZERO
                    : n(restating.unallocated().amount());
            BigDecimal n = whole.computed().n();
            BigDecimal own = item.row().own().v() == null
                    ? item.row().own().n()
                    : item.row().own().v();
            BigDecimal parts = Stream.of(own, item.row().children().computed().n(), at)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(parts).as("own, children and unallocated").isEqualByComparingTo(n == null ? BigDecimal.ZERO : n);
            boolean share = item.definition().kind().name().equals("SHARE");
            boolean nothing = whole.basis() == Basis.NONE;
            return say(
                    n == null ? BigDecimal.ZERO : n,
                    whole.computed().d() == null
                            ? BigDecimal.ZERO
                            : whole.computed().d(),
                    whole.estimate().n() == null
                            ? BigDecimal.ZERO
                            : whole.estimate().n(),
                    at,
                    whole.coverage().reporting(),
                    whole.coverage().counted(),
                    whole.coverage().expected(),
                    share || nothing ? null : whole.basis().name());
        }

        private String say(
                BigDecimal n,
                BigDecimal d,
                BigDecimal w,
                BigDecimal at,
                int reporting,
                int counted,
                int due,
                String basis) {
            boolean share = item.definition().kind().name().equals("SHARE");
            boolean nothing = item.row().whole().basis() == Basis.NONE;
            return plain(n) + "/" + plain(d) + " weighed " + plain(w) + " unallocated " + plain(at) + " " + reporting
                    + " " + counted + " " + due + " " + (share || nothing ? "" : basis);
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }
}
