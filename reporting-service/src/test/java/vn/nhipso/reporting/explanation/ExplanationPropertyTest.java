package vn.nhipso.reporting.explanation;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition.Kind;
import vn.nhipso.reporting.explanation.ExplanationView.Contribution;
import vn.nhipso.reporting.explanation.ExplanationView.Missing;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.Figure;
import vn.nhipso.reporting.rollup.RollupAnswers;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Of random trees and figures of every kind and form: the contributions add up to the number, and nothing in reach is left untold. */
class ExplanationPropertyTest {

    private static final ReportingDatabase DATABASE = new ReportingDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final String[] LEVELS = {"COUNTRY", "PROVINCE", "DISTRICT", "COMMUNE"};
    private static final List<String> PERIODS = List.of(
            "2024-01", "2024-02", "2024-03", "2024-Q1", "2024-Q2", "2024-04", "2024-H1", "2024-YTD04", "2024-03-31");

    /** Code, kind, nature, levels, weight. */
    private static final String[][] DEFINITIONS = {
        {"R-DC", "RATIO", "FLOW", "DISTRICT COMMUNE", null},
        {"R-PDC", "RATIO", "STOCK", "PROVINCE DISTRICT COMMUNE", null},
        {"C-C", "COUNT", "FLOW", "COMMUNE", null},
        {"C-PC", "COUNT", "STOCK", "PROVINCE COMMUNE", null},
        {"F-DC", "FLAG", "STOCK", "DISTRICT COMMUNE", null},
        {"S-C", "SHARE", "STOCK", "COMMUNE", "W"},
        {"S-DC", "SHARE", "FLOW", "DISTRICT COMMUNE", "W"},
        {"W", "COUNT", "STOCK", "DISTRICT COMMUNE", null},
    };

    private record Unit(String code, int level, String parent) {}

    private static int run;

    private final Random random = new Random();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Integer> revisions = new TreeMap<>();
    private final Set<String> standing = new TreeSet<>();
    private String prefix = "";

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, seed = "5405")
    void contributionsShouldAddUpToTheNumberAndNothingShouldBeLeftUntold(@ForAll long seed) throws Exception {
        random.setSeed(seed);
        prefix = "x" + ++run + "-";
        units.clear();
        revisions.clear();
        standing.clear();
        List<Event> events = new ArrayList<>(tree());
        for (String[] d : DEFINITIONS) {
            events.add(Events.definition(prefix + d[0], d[1], d[2], d[3], d[4] == null ? null : prefix + d[4]));
        }
        DATABASE.apply(events);
        DATABASE.apply(figures(260));
        DATABASE.apply(figures(60));
        try (Connection connection = DATABASE.connection()) {
            for (String[] definition : DEFINITIONS) {
                for (String period : List.of("2024-01", "2024-Q1", "2024-H1", "2024")) {
                    for (Unit unit : units.values()) {
                        for (Scope scope : Scope.values()) {
                            // Many trees say more than every figure of one.
                            if (random.nextInt(10) > 0) {
                                continue;
                            }
                            check(connection, definition, Period.parse(period), unit, scope);
                        }
                    }
                }
            }
        }
    }

    private void check(Connection connection, String[] definition, Period period, Unit unit, Scope scope)
            throws Exception {
        String indicator = prefix + definition[0];
        RollupItem item = new RollupAnswers(connection, TODAY)
                .of(List.of(indicator), List.of(period), List.of(unit.code()))
                .getFirst();
        Trace trace = Trace.of(connection, indicator, period, unit.code(), scope, TODAY);
        String what = indicator + " " + unit + " " + period + " " + scope + " " + item.basis(scope) + "\n  " + trace;
        addUp(what, item, scope, trace.contributions());
        nothingUntold(what, indicator, period, unit, scope, trace);
        if (scope == Scope.WHOLE) {
            Set<Lack> beside = Set.of(Lack.NOT_APPLICABLE, Lack.OWN_NOT_GIVEN);
            assertThat(trace.missing().stream()
                            .filter(m -> !beside.contains(m.reason()))
                            .map(Missing::unit)
                            .sorted()
                            .limit(20))
                    .as(what)
                    .containsExactlyElementsOf(item.missing());
            everyoneIsSomewhere(what, item, unit, trace);
        }
    }

    private static void addUp(String what, RollupItem item, Scope scope, List<Contribution> parts) {
        Figure figure = item.chosen(scope);
        Basis basis = item.basis(scope);
        if (basis == Basis.NONE) {
            assertThat(parts).as(what).isEmpty();
        } else if (basis == Basis.ESTIMATED) {
            assertThat(sum(parts, part -> part.value().multiply(part.weight())))
                    .as(what)
                    .isEqualByComparingTo(figure.dividend());
            assertThat(sum(parts, Contribution::weight)).as(what).isEqualByComparingTo(figure.divisor());
        } else if (figure.denominator() != null) {
            assertThat(sum(parts, Contribution::numerator)).as(what).isEqualByComparingTo(figure.numerator());
            assertThat(sum(parts, Contribution::denominator)).as(what).isEqualByComparingTo(figure.denominator());
        } else if (item.definition().kind() == Kind.COUNT) {
            assertThat(sum(parts, Contribution::value)).as(what).isEqualByComparingTo(figure.value());
        } else {
            assertThat(parts).as(what).hasSize(1);
            assertThat(parts.getFirst().value()).as(what).isEqualTo(figure.value());
        }
    }

    private static BigDecimal sum(List<Contribution> parts, Function<Contribution, BigDecimal> number) {
        return parts.stream().map(number).map(Objects::requireNonNull).reduce(ZERO, BigDecimal::add);
    }

    /** Each figure with a number of the period itself at or below the unit is told once. */
    private void nothingUntold(String what, String indicator, Period period, Unit unit, Scope scope, Trace trace) {
        List<String> told = new ArrayList<>();
        trace.contributions()
                .forEach(c -> told.add(c.unit() + " " + c.scope() + " " + (c.period() == null ? period : c.period())));
        trace.excluded().stream()
                .filter(e -> e.reason() != Exclusion.WITHDRAWN)
                .forEach(e -> told.add(e.unit() + " " + e.scope() + " " + (e.period() == null ? period : e.period())));
        assertThat(told).as(what).doesNotHaveDuplicates();
        Set<String> below = below(unit);
        List<String> there = standing.stream()
                .map(key -> key.split(" "))
                .filter(key -> key[0].equals(indicator) && below.contains(key[1]) && key[2].equals(period.toString()))
                .filter(key -> scope != Scope.OWN || (key[1].equals(unit.code()) && key[3].equals("OWN")))
                .map(key -> key[1] + " " + key[3] + " " + key[2])
                .toList();
        assertThat(told).as(what).containsAll(there);
    }

    /** Each unit that may report contributes, stands inside a stated figure, is excluded with a reason or missing with one. */
    private void everyoneIsSomewhere(String what, RollupItem item, Unit unit, Trace trace) {
        Set<String> seen = new HashSet<>();
        trace.contributions().forEach(c -> {
            seen.add(c.unit());
            if (c.scope() != Scope.OWN) {
                seen.addAll(below(units.get(c.unit())));
            }
        });
        trace.excluded().forEach(e -> seen.add(e.unit()));
        trace.missing().forEach(m -> seen.add(m.unit()));
        Set<String> expected = below(unit).stream()
                .filter(code -> item.definition().expects(units.get(code).level()))
                .collect(Collectors.toSet());
        assertThat(seen).as(what).containsAll(expected);
    }

    private Set<String> below(Unit top) {
        Set<String> below = new TreeSet<>(Set.of(top.code()));
        // Parents stand before their children.
        units.values().stream()
                .filter(u -> below.contains(u.parent() == null ? "" : u.parent()))
                .forEach(u -> below.add(u.code()));
        return below;
    }

    private List<Event> tree() {
        Unit province = grow(1, "VN");
        for (int district = 0; district < 1 + random.nextInt(3); district++) {
            Unit d = grow(2, province.code());
            for (int commune = 0; commune < random.nextInt(4); commune++) {
                grow(3, d.code());
            }
        }
        grow(3, province.code());
        return Events.change(
                1,
                units.values().stream()
                        .map(unit -> Events.unit(unit.code(), LEVELS[unit.level()], unit.parent()))
                        .toList());
    }

    private Unit grow(int level, String parent) {
        Unit unit = new Unit(prefix + units.size(), level, parent);
        units.put(unit.code(), unit);
        return unit;
    }

    private List<Event> figures(int count) {
        List<Unit> all = List.copyOf(units.values());
        Map<String, Event> events = new LinkedHashMap<>();
        for (int figure = 0; figure < count; figure++) {
            String[] definition = DEFINITIONS[random.nextInt(DEFINITIONS.length)];
            Unit unit = all.get(random.nextInt(all.size()));
            boolean listed = definition[3].contains(LEVELS[unit.level()]);
            String scope = unit.level() == 3
                    ? random.nextInt(8) == 0 ? "WHOLE" : "OWN"
                    : List.of(listed ? "OWN" : "WHOLE", "CHILDREN", "WHOLE").get(random.nextInt(3));
            String period = PERIODS.get(random.nextInt(random.nextBoolean() ? 3 : PERIODS.size()));
            String key = String.join(" ", prefix + definition[0], unit.code(), period, scope);
            String said = said(definition[1], scope);
            events.put(key, Events.measurement(revisions.merge(key, 1, Integer::sum), key + " " + said));
            if (said.contains("/") || said.contains("=")) {
                standing.add(key);
            } else {
                standing.remove(key);
            }
        }
        return List.copyOf(events.values());
    }

    private String said(String kind, String scope) {
        int form = random.nextInt(14);
        switch (form) {
            case 0:
                return "!" + List.of("NOT_APPLICABLE", "NO_METHOD").get(random.nextInt(2));
            case 1:
                return "words";
            case 2:
                return "withdrawn";
            default:
        }
        int n = random.nextInt(50);
        String percent = "=" + random.nextInt(100) + ".5";
        return switch (kind) {
            case "RATIO" -> form == 3 ? percent : form == 4 ? n + "/" : n + "/" + (n + random.nextInt(50));
            case "FLAG" -> scope.equals("OWN") ? "=" + random.nextInt(2) : form == 3 ? percent : n + "/" + (n + 3);
            case "COUNT" -> "=" + random.nextInt(1000);
            default -> percent;
        };
    }
}
