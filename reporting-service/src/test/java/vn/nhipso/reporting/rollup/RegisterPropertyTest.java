package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.rollup.RegisterOracle.Hamlet;
import vn.nhipso.reporting.rollup.RegisterOracle.People;
import vn.nhipso.reporting.rollup.RegisterOracle.Place;
import vn.nhipso.reporting.rollup.RegisterOracle.Span;
import vn.nhipso.reporting.rollup.RegisterOracle.Team;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.EventsOfTeams;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * What the register says is what plain Java counts, on days before and after two districts of communes became one province of fewer: whatever
 * hamlets and teams there were, where they moved on to, and whether they ended for a while.
 */
class RegisterPropertyTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final List<String> INDICATORS =
            List.of("REG-TEAMS", "REG-MEMBERS", "REG-HAMLETS", "REG-MEMBERS-100");
    private static final List<String> PERIODS =
            List.of("2022", "2024-Q3", "2025-06", "2025-06-30", "2025-07-01", "2025-07", "2025", "2026-H1");
    private static final List<String> PEOPLE =
            List.of("2021", "2024", "2025-03-31", "2025-H1", "2025-07-01", "2025-Q3");
    private static final ReportingDatabase DATABASE = new ReportingDatabase();
    private static int run;

    private final Random random = new Random();
    private final List<Hamlet> hamlets = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<People> people = new ArrayList<>();
    private String prefix = "";

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void registerAndOracleShouldSayTheSame(@ForAll long seed) throws Exception {
        random.setSeed(seed);
        prefix = "g" + ++run + "-";
        hamlets.clear();
        teams.clear();
        people.clear();
        List<Event> events = new ArrayList<>(units());
        events.add(Events.definition("POP", "COUNT", "STOCK", "COMMUNE", null));
        events.addAll(counts());
        events.addAll(teams());
        DATABASE.apply(events.subList(0, events.size() / 2));
        DATABASE.apply(events.subList(events.size() / 2, events.size()));
        compare();
    }

    private String code(String name) {
        return prefix + name;
    }

    /** Communes 1 to 4 in two districts; from the reform on 1 and 2 are the new 2, 3 is the new 5, of 4 nothing is known any more. */
    private List<Event> units() {
        List<Version> versions = new ArrayList<>();
        versions.add(unit("P", "PROVINCE", "VN", BEGIN, null));
        versions.add(unit("D1", "DISTRICT", code("P"), BEGIN, REFORM));
        versions.add(unit("D2", "DISTRICT", code("P"), BEGIN, REFORM));
        for (int commune = 1; commune <= 4; commune++) {
            versions.add(unit("" + commune, "COMMUNE", code(commune <= 2 ? "D1" : "D2"), BEGIN, REFORM));
        }
        versions.add(unit("2", "COMMUNE", code("P"), REFORM, null));
        versions.add(unit("5", "COMMUNE", code("P"), REFORM, null));
        for (int commune = 1; commune <= 4; commune++) {
            for (int hamlet = random.nextInt(4); hamlet > 0; hamlet--) {
                hamlet(commune + "", hamlet, random.nextInt(3) == 0 ? LocalDate.of(2024, 9, 30) : BEGIN, REFORM);
                if (commune < 4) {
                    hamlet(successor(commune), commune * 10 + hamlet, REFORM, null);
                }
            }
        }
        hamlets.forEach(hamlet -> versions.add(unit(
                hamlet.code(),
                "HAMLET",
                hamlet.commune(),
                hamlet.span().from(),
                hamlet.span().to())));
        return Events.change(
                1,
                versions,
                code("1") + ">" + code("2") + "@2025-07-01 WHOLE",
                code("2") + ">" + code("2") + "@2025-07-01 WHOLE",
                code("3") + ">" + code("5") + "@2025-07-01 WHOLE");
    }

    private static String successor(int commune) {
        return commune < 3 ? "2" : "5";
    }

    private void hamlet(String commune, int number, LocalDate from, LocalDate to) {
        String code = code(commune) + "-h" + number;
        if (hamlets.stream().noneMatch(hamlet -> hamlet.code().equals(code))) {
            hamlets.add(new Hamlet(code, code(commune), new Span(from, to)));
        }
    }

    private Version unit(String name, String level, String parent, LocalDate from, LocalDate to) {
        return new Version(
                name.startsWith(prefix) ? name : code(name),
                name,
                level,
                parent,
                from.toString(),
                to == null ? null : to.toString());
    }

    private List<Event> counts() {
        List<Event> events = new ArrayList<>();
        for (String commune : List.of("1", "2", "3", "4", "5")) {
            for (String period : PEOPLE) {
                if (random.nextInt(3) == 0) {
                    int number = random.nextInt(5000);
                    people.add(new People(code(commune), Period.parse(period).end(), number));
                    events.add(Events.measurement("POP " + code(commune) + " " + period + " OWN =" + number));
                }
            }
        }
        return events;
    }

    /** Each team ends with the reform first, and is said anew with where it went: the newest revision counts, whichever comes last. */
    private List<Event> teams() {
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            int commune = 1 + random.nextInt(4);
            String before = place(commune + "", true);
            String after = commune < 4 ? place(successor(commune), false) : before;
            LocalDate from = random.nextBoolean() ? BEGIN : LocalDate.of(2024, 9, 15);
            LocalDate to = commune == 4 ? REFORM : random.nextInt(4) == 0 ? LocalDate.of(2025, 10, 1) : null;
            String kind = random.nextInt(4) == 0 ? "YOUTH" : "COMMUNITY";
            Map<LocalDate, Integer> sizes = new TreeMap<>();
            sizes.put(from, random.nextInt(9));
            sizes.put(LocalDate.of(2025, 6, 30).plusDays(random.nextInt(3)), random.nextInt(9));
            List<Place> places = commune < 4
                    ? List.of(new Place(before, new Span(from, REFORM)), new Place(after, new Span(REFORM, null)))
                    : List.of(new Place(before, new Span(from, null)));
            teams.add(new Team(kind, new Span(from, to), places, sizes));
            String id = prefix + "t" + number;
            events.add(EventsOfTeams.team(
                    id, 1, kind, from.toString(), "2025-07-01", said(sizes), before + "@" + from + "/"));
            events.add(EventsOfTeams.team(
                    id,
                    2,
                    kind,
                    from.toString(),
                    to == null ? null : to.toString(),
                    said(sizes),
                    places.stream().map(RegisterPropertyTest::said).toArray(String[]::new)));
        }
        Collections.shuffle(events, random);
        return events;
    }

    private String place(String commune, boolean before) {
        List<String> inside = hamlets.stream()
                .filter(hamlet -> hamlet.commune().equals(code(commune)))
                .filter(hamlet -> hamlet.span().from().isBefore(REFORM) == before)
                .map(Hamlet::code)
                .toList();
        return inside.isEmpty() || random.nextInt(4) == 0 ? code(commune) : inside.get(random.nextInt(inside.size()));
    }

    private static String said(Place place) {
        return place.unit() + "@" + place.span().from() + "/"
                + (place.span().to() == null ? "" : place.span().to());
    }

    private static String said(Map<LocalDate, Integer> sizes) {
        return String.join(
                " ",
                sizes.entrySet().stream()
                        .map(size -> size.getKey() + ":" + size.getValue())
                        .toList());
    }

    private void compare() throws Exception {
        RegisterOracle oracle = new RegisterOracle(hamlets, teams, people);
        List<Pair> pairs = INDICATORS.stream()
                .flatMap(indicator -> PERIODS.stream().map(period -> new Pair(indicator, Period.parse(period))))
                .toList();
        Map<String, List<String>> tree = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Pair pair : pairs) {
            boolean reformed = !pair.period().end().isBefore(REFORM);
            tree.clear();
            tree.put("P", reformed ? List.of("2", "5") : List.of("1", "2", "3", "4"));
            tree.put("D1", reformed ? List.of() : List.of("1", "2"));
            tree.put("D2", reformed ? List.of() : List.of("3", "4"));
            for (String commune : List.of("1", "2", "3", "4", "5")) {
                boolean lives = reformed ? commune.matches("[25]") : !commune.equals("5");
                tree.put(commune, lives ? List.of(commune) : List.of());
            }
            tree.forEach((unit, communes) -> {
                String says = oracle.says(
                        pair.indicator(),
                        pair.period().end(),
                        communes.stream().map(this::code).toList());
                if (!says.isEmpty()) {
                    expected.put(pair.indicator() + " " + pair.period() + " " + unit, says);
                }
            });
        }
        Map<String, String> said = new TreeMap<>();
        try (Connection connection = DATABASE.connection()) {
            List<String> units = List.of("P", "D1", "D2", "1", "2", "3", "4", "5").stream()
                    .map(this::code)
                    .toList();
            for (Found found : new RollupReader(connection).registry(pairs, units)) {
                RollupRow row = found.row();
                if (row.whole().coverage().counted() > 0) {
                    said.put(
                            row.indicator() + " " + row.period() + " "
                                    + row.unit().substring(prefix.length()),
                            RegisterOracle.say(
                                    row.whole().computed().n(),
                                    row.whole().computed().d(),
                                    row.whole().coverage().counted(),
                                    row.whole().coverage().expected()));
                }
            }
        }
        assertThat(said).isEqualTo(expected);
    }
}
