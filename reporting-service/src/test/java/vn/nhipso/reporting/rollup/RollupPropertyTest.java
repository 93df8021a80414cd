package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.rollup.RollupBuild.Sum;
import vn.nhipso.reporting.rollup.RollupBulk.Known;
import vn.nhipso.reporting.rollup.RollupOracle.Definition;
import vn.nhipso.reporting.rollup.RollupOracle.Fact;
import vn.nhipso.reporting.rollup.RollupOracle.Unit;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * The three ways to a rollup (kept up to date, rebuilt, on demand) and a plain Java oracle say the same of random trees and facts, in whatever
 * order and however often the events come.
 */
class RollupPropertyTest {

    private static final String[] LEVELS = {"COUNTRY", "PROVINCE", "DISTRICT", "COMMUNE"};
    private static final List<Definition> DEFINITIONS = List.of(
            new Definition("R-DC", "RATIO", "FLOW", Set.of(2, 3), null),
            new Definition("R-PDC", "RATIO", "STOCK", Set.of(1, 2, 3), null),
            new Definition("R-D", "RATIO", "FLOW", Set.of(2), null),
            new Definition("C-C", "COUNT", "FLOW", Set.of(3), null),
            new Definition("C-PC", "COUNT", "STOCK", Set.of(1, 3), null),
            new Definition("F-DC", "FLAG", "STOCK", Set.of(2, 3), null),
            new Definition("S-C", "SHARE", "STOCK", Set.of(3), "W"),
            new Definition("S-DC", "SHARE", "FLOW", Set.of(2, 3), "W"),
            new Definition("S-D", "SHARE", "STOCK", Set.of(2), "W"),
            new Definition("S-NO", "SHARE", "STOCK", Set.of(1, 3), null),
            new Definition("W", "COUNT", "STOCK", Set.of(2, 3), null),
            new Definition("R-A", "RATIO", "FLOW", Set.of(2, 3), null, ReportingCalendar.ADMINISTRATIVE),
            new Definition("C-A", "COUNT", "STOCK", Set.of(3), null, ReportingCalendar.ADMINISTRATIVE));
    private static final List<String> PERIODS = List.of(
            "2024-01",
            "2024-02",
            "2024-03",
            "2024-04",
            "2024-05",
            "2024-06",
            "2024-Q1",
            "2024-Q2",
            "2024-Q3",
            "2024-Q4",
            "2024-H1",
            "2024-H2",
            "2024",
            "2024-YTD07",
            "2024-YTD09",
            "2024-03-31",
            "2024-02-10",
            "2023-12-20",
            "2024-12-20");

    private static final ReportingDatabase DATABASE = new ReportingDatabase();
    private static int run;

    private final Random random = new Random();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Fact> current = new TreeMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();
    private String prefix = "";

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void keptRebuiltOnDemandAndOracleShouldSayTheSame(@ForAll long seed) throws Exception {
        random.setSeed(seed);
        prefix = "t" + ++run + "-";
        units.clear();
        current.clear();
        revisions.clear();
        growTree();
        List<Event> late = new ArrayList<>();
        // Any topic may come first: half of the time the facts wait for the units, half of the time the other way
        // round.
        List<Event> hierarchy = hierarchy();
        List<Event> definitions =
                new ArrayList<>(DEFINITIONS.stream().map(this::event).toList());
        Collections.shuffle(definitions, random);
        List<List<Event>> shaping = new ArrayList<>(
                List.of(hierarchy, definitions.subList(0, 5), definitions.subList(5, definitions.size())));
        Collections.shuffle(shaping, random);
        int batches = 3 + random.nextInt(3);
        for (int batch = 0; batch < batches; batch++) {
            if (batch < shaping.size()) {
                DATABASE.apply(shaping.get(batch));
            }
            List<Event> facts = facts(random.nextInt(60));
            late.addAll(facts);
            DATABASE.apply(facts);
        }
        List<Event> ofEveryKind = factsOfEveryKind();
        late.addAll(ofEveryKind);
        DATABASE.apply(ofEveryKind);
        // Everything once more, in any order: nothing may move.
        Collections.shuffle(late, random);
        DATABASE.apply(late);
        try {
            compare();
        } finally {
            fell();
        }
    }

    /** Ends the tree before its figures, so that the next one has the country for itself. */
    private void fell() throws Exception {
        DATABASE.apply(Events.change(
                2,
                units.stream()
                        .filter(unit -> unit.level() > 0)
                        .map(unit -> new Events.Version(
                                unit.code(),
                                unit.code(),
                                LEVELS[unit.level()],
                                unit.parent(),
                                "2004-01-01",
                                "2005-01-01"))
                        .toList()));
        try (Connection connection = DATABASE.connection()) {
            List<Pair> pairs = DEFINITIONS.stream()
                    .map(d -> new Pair(code(d), Period.parse("2024-01")))
                    .toList();
            assertThat(new RollupReader(connection).kept(pairs, List.of("VN"))).isEmpty();
        }
    }

    @Example
    void emptyTreeShouldHaveNoRollups() throws Exception {
        try (Connection connection = DATABASE.connection()) {
            assertThat(new RollupReader(connection).kept(List.of(new Pair("NIX", Period.parse("2024"))), List.of("VN")))
                    .isEmpty();
        }
    }

    private void growTree() {
        units.add(new Unit("VN", 0, null));
        for (int province = 0; province <= random.nextInt(2); province++) {
            Unit p = grow(1, "VN");
            for (int district = 0; district < random.nextInt(4); district++) {
                Unit d = grow(2, p.code());
                for (int commune = 0; commune < random.nextInt(4); commune++) {
                    grow(3, d.code());
                }
            }
            for (int commune = 0; commune < random.nextInt(3); commune++) {
                grow(3, p.code());
            }
        }
    }

    private Unit grow(int level, String parent) {
        Unit unit = new Unit(prefix + units.size(), level, parent);
        units.add(unit);
        return unit;
    }

    private List<Event> hierarchy() {
        return Events.change(
                1,
                units.stream()
                        .filter(unit -> unit.level() > 0)
                        .map(unit -> Events.unit(unit.code(), LEVELS[unit.level()], unit.parent()))
                        .toList());
    }

    private String code(Definition definition) {
        return prefix + definition.code();
    }

    private Definition named(Definition d) {
        return new Definition(
                code(d),
                d.kind(),
                d.nature(),
                d.levels(),
                d.weight() == null ? null : prefix + d.weight(),
                d.calendar());
    }

    private Event event(Definition definition) {
        Definition d = named(definition);
        String levels = d.levels().stream().sorted().map(level -> LEVELS[level]).collect(Collectors.joining(" "));
        Event defined = Events.definition(d.code(), d.kind(), d.nature(), levels, d.weight());
        return d.calendar() == ReportingCalendar.ADMINISTRATIVE ? Events.administrative(defined) : defined;
    }

    private List<Event> facts(int count) {
        List<Event> events = new ArrayList<>();
        for (int fact = 0; fact < count; fact++) {
            Definition definition = DEFINITIONS.get(random.nextInt(DEFINITIONS.size()));
            Unit unit = units.get(random.nextInt(units.size()));
            if (unit.level() == 0 || unit.level() > definition.lowest()) {
                continue;
            }
            Period period = Period.parse(PERIODS.get(random.nextInt(random.nextBoolean() ? 4 : PERIODS.size())));
            String scope = unit.level() == definition.lowest()
                    ? "OWN"
                    : List.of("OWN", "CHILDREN", "WHOLE").get(random.nextInt(3));
            if (scope.equals("OWN") && !definition.levels().contains(unit.level())) {
                scope = "WHOLE";
            }
            events.add(fact(definition, unit, period, scope));
        }
        return events;
    }

    /** So that periods with others inside and without are kept, weighed ones and not. */
    private List<Event> factsOfEveryKind() {
        List<Event> events = new ArrayList<>();
        for (Definition definition : DEFINITIONS) {
            if (List.of("C-PC", "S-NO").contains(definition.code())) {
                for (String period : List.of("2024-01", "2024-Q1")) {
                    Fact fact = new Fact(
                            code(definition),
                            units.get(1).code(),
                            Period.parse(period),
                            "OWN",
                            null,
                            null,
                            BigDecimal.TEN,
                            0,
                            null);
                    events.add(keep(fact, false, false));
                }
            }
        }
        return events;
    }

    private Event fact(Definition definition, Unit unit, Period period, String scope) {
        BigDecimal n = null;
        BigDecimal d = null;
        BigDecimal v = null;
        String absence = null;
        int marks = random.nextInt(3) > 0 ? 0 : random.nextInt(16);
        int form = random.nextInt(12);
        boolean withdrawn = form == 11;
        if (form == 0) {
            absence = List.of("NOT_APPLICABLE", "NO_METHOD", "NOT_COLLECTED").get(random.nextInt(3));
        } else if (form > 1 && !withdrawn) {
            switch (definition.kind()) {
                case "RATIO" -> {
                    if (form != 2) {
                        n = BigDecimal.valueOf(random.nextInt(50));
                        d = form == 3 || form == 4 ? null : n.add(BigDecimal.valueOf(random.nextInt(50)));
                    }
                    if (form == 2 || form == 3 || form == 6) {
                        v = BigDecimal.valueOf(random.nextInt(10000), 2);
                    }
                }
                case "FLAG" -> {
                    if (scope.equals("OWN")) {
                        v = BigDecimal.valueOf(random.nextInt(2));
                    } else if (form == 2) {
                        v = BigDecimal.valueOf(random.nextInt(100));
                    } else {
                        n = BigDecimal.valueOf(random.nextInt(5));
                        d = n.add(BigDecimal.valueOf(random.nextInt(5)));
                    }
                }
                case "COUNT" -> v = BigDecimal.valueOf(random.nextInt(1000));
                default -> v = BigDecimal.valueOf(random.nextInt(1000), 1);
            }
        }
        return keep(
                new Fact(code(definition), unit.code(), period, scope, n, d, v, marks, absence), withdrawn, form == 1);
    }

    private Event keep(Fact fact, boolean withdrawn, boolean words) {
        String key =
                String.join(" ", fact.indicator(), fact.unit(), fact.period().toString(), fact.scope());
        int revision = revisions.merge(key, 1, Integer::sum);
        StringBuilder line = new StringBuilder(key);
        if (fact.n() != null) {
            line.append(' ').append(fact.n()).append('/').append(fact.d() == null ? "" : fact.d());
        }
        line.append(fact.v() == null ? "" : " =" + fact.v());
        line.append(fact.absence() == null ? "" : " !" + fact.absence());
        String[] names = {"AT_LEAST", "ABOUT", "NEARLY", "AT_MOST"};
        for (int mark = 0; mark < 4; mark++) {
            line.append((fact.marks() >> mark & 1) == 1 ? " " + names[mark] : "");
        }
        line.append(words ? " words" : "").append(withdrawn ? " withdrawn" : "");
        if (withdrawn) {
            current.remove(key);
        } else {
            current.put(key, fact);
        }
        return Events.measurement(revision, line.toString());
    }

    private void compare() throws Exception {
        RollupOracle oracle =
                new RollupOracle(units, DEFINITIONS.stream().map(this::named).toList(), current.values());
        List<Pair> pairs = new ArrayList<>();
        for (Definition definition : DEFINITIONS) {
            PERIODS.forEach(period -> pairs.add(new Pair(code(definition), Period.parse(period))));
        }
        List<String> codes = units.stream().map(Unit::code).toList();
        Map<String, String> expected = new TreeMap<>();
        for (Pair pair : pairs) {
            for (String unit : codes) {
                expected.put(
                        key(pair.indicator(), pair.period().toString(), unit),
                        say(oracle.rollup(pair.indicator(), pair.period(), unit)));
            }
        }
        try (Connection connection = DATABASE.connection()) {
            RollupReader reader = new RollupReader(connection);
            List<Found> made = new ArrayList<>();
            for (Definition definition : DEFINITIONS) {
                made.addAll(reader.onDemand(
                        pairs.stream()
                                .filter(pair -> pair.indicator().equals(code(definition)))
                                .toList(),
                        codes));
            }
            assertSame("on demand", expected, made, false);
            assertSame("kept", expected, reader.kept(pairs, codes), true);
            DATABASE.inTransaction(transaction -> {
                WorkTables.prepare(transaction);
                new RollupRefresh(transaction).everything();
            });
            assertSame("rebuilt", expected, reader.kept(pairs, codes), true);
            assertFigures(connection, codes);
        }
        DATABASE.inTransaction(this::assertBuiltLikeKept);
    }

    /** Beside the kept ones, in bulk: periods with others inside and without, weighed and not, each by a statement of its own. */
    private void assertBuiltLikeKept(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("CREATE TEMP TABLE built (LIKE rollup) ON COMMIT DROP");
            RollupBuild build = new RollupBuild(transaction, "built");
            for (boolean weighed : new boolean[] {false, true}) {
                for (boolean nested : new boolean[] {false, true}) {
                    String way = "built, weighed " + weighed + ", nested " + nested;
                    List<KeptPeriod> periods = keptPeriods(statement, weighed, nested);
                    assertThat(periods).as(way).isNotEmpty();
                    assertSameAsServed(build, way, periods, build.make(periods, weighed));
                    if (!nested) {
                        build.remove(periods);
                        way += ", of any scope";
                        assertSameAsServed(build, way, periods, build.make(periods, weighed, Known.REPORTED));
                    }
                }
            }
        }
    }

    private static void assertSameAsServed(RollupBuild build, String way, List<KeptPeriod> periods, List<Sum> made)
            throws SQLException {
        assertThat(made).as(way).containsExactlyInAnyOrderElementsOf(build.served(periods));
        assertThat(build.unlike(periods)).as(way).isEmpty();
    }

    private List<KeptPeriod> keptPeriods(Statement statement, boolean weighed, boolean nested) throws SQLException {
        List<KeptPeriod> periods = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT p.indicator, p.period FROM rollup_period p
                WHERE starts_with(p.indicator, '%s') AND (p.kind = 'SHARE') = %s AND %s = EXISTS (
                  SELECT FROM rollup_period s
                  WHERE s.indicator = p.indicator AND s.period <> p.period AND s.closes <= p.closes
                    AND CASE p.nature WHEN 'STOCK' THEN s.closes ELSE s.starts END >= p.starts)""".formatted(prefix, weighed, nested))) {
            while (rows.next()) {
                periods.add(new KeptPeriod(rows.getString(1), rows.getString(2)));
            }
        }
        return periods;
    }

    /** What is read of a rollup where the figure alone is asked for is that of the whole rollup. */
    private void assertFigures(Connection connection, List<String> codes) throws SQLException {
        List<String> indicators = DEFINITIONS.stream().map(this::code).toList();
        List<Period> periods = PERIODS.stream().map(Period::parse).toList();
        RollupAnswers answers = RollupAnswers.figuresAlone(connection, TODAY);
        Map<String, Long> lives = answers.ofLiving(indicators, periods, codes).stream()
                .collect(Collectors.groupingBy(item -> item.unit().code(), Collectors.counting()));
        List<String> always = codes.stream()
                .filter(code -> lives.getOrDefault(code, 0L) == indicators.size() * periods.size())
                .toList();
        assertThat(always).isNotEmpty();
        for (Scope scope : Scope.values()) {
            RollupQuery listed =
                    new RollupQuery(indicators, periods, List.of(), Level.COMMUNE, "VN", scope, null, null);
            assertThat(new FigureAnswers(connection, answers, TODAY, listed).of(codes))
                    .isEqualTo(views(answers.ofListed(indicators, periods, codes, 3, "VN"), scope));
            RollupQuery query = new RollupQuery(indicators, periods, always, null, null, scope, null, null);
            assertThat(new FigureAnswers(connection, answers, TODAY, query).of(always))
                    .isEqualTo(views(answers.ofLiving(query.indicators(), query.periods(), always), scope));
        }
    }

    private static List<FigureView> views(List<RollupItem> items, Scope scope) {
        return items.stream().map(item -> FigureView.of(item, scope, TODAY)).toList();
    }

    /** Units without a row are units of which nothing is known; periods that nobody reported are not kept. */
    private void assertSame(String way, Map<String, String> expected, Collection<Found> all, boolean onlyKept) {
        List<RollupRow> found = all.stream().map(Found::row).toList();
        Map<String, String> said = new TreeMap<>();
        found.forEach(row -> said.put(key(row.indicator(), row.period(), row.unit()), say(row)));
        Set<String> pairs =
                found.stream().map(row -> row.indicator() + "|" + row.period()).collect(Collectors.toSet());
        Map<String, String> wrong = new TreeMap<>();
        expected.forEach((key, says) -> {
            String saidHere = said.get(key);
            boolean silent = saidHere == null && says.contains("SILENT");
            boolean notKept = onlyKept && saidHere == null && !pairs.contains(key.substring(0, key.lastIndexOf('|')));
            if (!silent && !notKept && !says.equals(saidHere) && wrong.size() < 3) {
                wrong.put(key, "\n  oracle " + says + "\n  " + way + " " + saidHere);
            }
        });
        assertThat(wrong).as(way).isEmpty();
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static String key(String indicator, String period, String unit) {
        return indicator + "|" + period + "|" + unit;
    }

    private static String say(RollupRow row) {
        boolean silent = row.whole().basis() == Basis.NONE
                && row.whole().coverage().reporting() == 0
                && row.children().basis() == Basis.NONE;
        return (silent ? "SILENT " : "") + plain(row.toString());
    }

    /** 54.30 and 54.3 are one number here. */
    private static String plain(String text) {
        return text.replaceAll("(\\d\\.\\d*?)0+(?=[,\\]])", "$1").replaceAll("\\.(?=[,\\]])", "");
    }
}
