package vn.nhipso.reporting.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Targets;
import vn.nhipso.reporting.explanation.ToldTrace;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.rollup.RollupAnswers;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.RollupViews;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.series.ToldBreaks;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.EventsOfTeams;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * The best oracle of what was known is time itself: whatever was answered at a moment is answered as of that moment for ever after, whatever has
 * become known since, and also by a database that heard of everything later and in another order.
 */
class KnownPropertyTest {

    private static final String[] LEVELS = {"COUNTRY", "PROVINCE", "DISTRICT", "COMMUNE", "HAMLET"};
    private static final int[] CODES = {1, 2, 3, 5};
    private static final List<String> DAYS =
            List.of("2004-01-01", "2024-01-01", "2024-02-11", "2024-03-01", "2024-07-01");
    private static final List<Period> PERIODS = List.of(
            Period.parse("2024-01"),
            Period.parse("2024-02"),
            Period.parse("2024-03"),
            Period.parse("2024-Q1"),
            Period.parse("2024"));
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final List<String> UNITS =
            List.of("VN", "1-0", "1-1", "2-0", "2-1", "2-2", "3-0", "3-1", "3-2", "3-3", "3-4");
    private static final String TRACED = "1-0";
    private static final int STEPS = 4;

    private final Random random = new Random();
    private final Map<String, Integer> revisions = new HashMap<>();

    @Property(tries = 1, seed = "5404", shrinking = ShrinkingMode.OFF)
    void whatWasAnsweredAtAMomentShouldBeAnsweredAsOfItForEver(@ForAll long seed) throws Exception {
        Lived lived = live(seed, STEPS);
        ReportingDatabase told = new ReportingDatabase();
        told.apply(otherwise(lived.all()));
        assertAnswersAgain(lived.database(), lived.answered());
        assertAnswersAgain(told, lived.answered());
        assertThat(lived.answered().values().toString())
                .as("what this seed is to reach")
                .contains("\"carried\":true", "\"months\":{", "\"derived\":{", "PARTIAL", "ESTIMATED", "BELOW");
    }

    /** Another history in every build; a short one, because each answer takes its time. */
    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatWasAnsweredInAnyHistoryShouldBeAnsweredAsOfItForEver(@ForAll long seed) throws Exception {
        Lived lived = live(seed, 2);
        assertAnswersAgain(lived.database(), Map.ofEntries(lived.answered().firstEntry()));
    }

    /** A history, and what was answered at each moment of it. */
    private record Lived(
            ReportingDatabase database, List<Event> all, SequencedMap<Instant, Map<String, String>> answered) {}

    private Lived live(long seed, int steps) throws SQLException {
        random.setSeed(seed);
        revisions.clear();
        Lived lived = new Lived(new ReportingDatabase(), new ArrayList<>(), new LinkedHashMap<>());
        for (int step = 0; step < steps; step++) {
            Instant moment = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(step);
            List<Event> events = Events.recordedAt(moment.toString(), step(step));
            lived.database().apply(events);
            lived.all().addAll(events);
            lived.answered().put(moment, answers(lived.database(), null));
        }
        return lived;
    }

    private static void assertAnswersAgain(ReportingDatabase database, Map<Instant, Map<String, String>> answered)
            throws SQLException {
        for (Map.Entry<Instant, Map<String, String>> then : answered.entrySet()) {
            assertThat(answers(database, then.getKey()))
                    .as("as of %s", then.getKey())
                    .containsExactlyInAnyOrderEntriesOf(then.getValue());
        }
    }

    private List<Event> step(int step) {
        List<Event> events = new ArrayList<>();
        for (int change = 0; change < (step == 0 ? 1 : random.nextInt(3)); change++) {
            events.addAll(
                    step == 0 ? Events.change(next("change"), units()) : random.nextBoolean() ? merger() : change());
        }
        if (step == 0) {
            events.add(definition("C", "COUNT", "STOCK", "COMMUNE", null));
        }
        if (step == random.nextInt(3)) {
            events.add(definition("S", "SHARE", "STOCK", "COMMUNE", "C"));
        }
        boolean wider = random.nextBoolean();
        events.add(definition("R", "RATIO", "FLOW", wider ? "DISTRICT COMMUNE" : "COMMUNE", null));
        events.add(definition("A", "COUNT", "FLOW", "COMMUNE", null));
        if (wider) {
            events.set(events.size() - 1, Events.administrative(events.getLast()));
        }
        for (int one = 0; one < 3; one++) {
            String key = "R " + unit() + " 2024";
            events.add(Events.target(next("target " + key), key + " >= " + random.nextInt(90)));
            events.add(team());
        }
        for (int fact = 0; fact < 25; fact++) {
            events.add(fact());
        }
        return events;
    }

    /** Every topic by itself; of those whose events need no order, in none. */
    private List<Event> otherwise(List<Event> events) {
        List<Event> loose = new ArrayList<>();
        List<Event> ordered = new ArrayList<>();
        for (Event event : events) {
            (event.topic().equals(Topics.DIRECTORY_HIERARCHY) || event.type().contains("indicator") ? ordered : loose)
                    .add(event);
        }
        Collections.shuffle(loose, random);
        loose.addAll(ordered);
        return loose;
    }

    private static List<Version> units() {
        List<Version> versions = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            for (int unit = 0; unit < CODES[level]; unit++) {
                versions.add(Events.unit(
                        level + "-" + unit,
                        LEVELS[level],
                        level == 1 ? "VN" : (level - 1) + "-" + unit % CODES[level - 1]));
            }
        }
        for (int hamlet = 0; hamlet < 3; hamlet++) {
            versions.add(Events.unit("4-" + hamlet, "HAMLET", "3-" + hamlet % 2));
        }
        return versions;
    }

    /** A commune or district that lies elsewhere, ends or is called otherwise from a day on, a hamlet that moves, edges of lineage. */
    private List<Event> change() {
        List<Version> versions = new ArrayList<>();
        int level = 2 + random.nextInt(3);
        String code = level + "-" + random.nextInt(3);
        String day = DAYS.get(1 + random.nextInt(DAYS.size() - 1));
        versions.add(new Version(code, "as it was", LEVELS[level], parent(level), DAYS.getFirst(), day));
        if (random.nextInt(4) > 0) {
            versions.add(new Version(code, "step", LEVELS[level], parent(level), day, null));
        }
        String edge = "3-" + random.nextInt(5) + ">3-" + random.nextInt(5) + "@" + day + " PART";
        return Events.change(next("change"), versions, random.nextBoolean() ? new String[] {edge} : new String[0]);
    }

    /** A commune whose people all go to another from a day on. */
    private List<Event> merger() {
        int from = random.nextInt(CODES[3]);
        String code = "3-" + from;
        String day = DAYS.get(1 + random.nextInt(DAYS.size() - 1));
        Version until = new Version(code, "until then", LEVELS[3], parent(3), DAYS.getFirst(), day);
        String edge = code + ">3-" + (from + 1 + random.nextInt(CODES[3] - 1)) % CODES[3] + "@" + day + " WHOLE";
        return Events.change(next("change"), List.of(until), edge);
    }

    private String parent(int level) {
        return (level - 1) + "-" + random.nextInt(CODES[level - 1]);
    }

    private Event team() {
        String id = "team-" + random.nextInt(3);
        String place = random.nextBoolean() ? "4-" + random.nextInt(3) : "3-" + random.nextInt(5);
        return EventsOfTeams.team(
                id,
                next(id),
                "COMMUNITY",
                "2022-01-01",
                random.nextInt(4) == 0 ? "2024-02-20" : null,
                "2022-01-01:" + random.nextInt(9) + " 2024-02-01:" + random.nextInt(9),
                place + "@2022-01-01/");
    }

    private Event definition(String code, String kind, String nature, String levels, String weight) {
        return Events.definition(code, next("definition " + code), kind, nature, levels, weight, "%", "UP");
    }

    private Event fact() {
        String indicator = List.of("R", "C", "A", "S").get(random.nextInt(4));
        String code = unit();
        String scope = code.startsWith("3") ? "OWN" : random.nextBoolean() ? "CHILDREN" : "WHOLE";
        String key = indicator + " " + code + " " + PERIODS.get(random.nextInt(PERIODS.size())) + " " + scope;
        String figure =
                indicator.equals("R") ? random.nextInt(9) + "/" + (9 + random.nextInt(9)) : "=" + random.nextInt(50);
        return Events.measurement(next(key), key + " " + (random.nextInt(9) == 0 ? "withdrawn" : figure));
    }

    private String unit() {
        int level = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 3;
        return level + "-" + random.nextInt(CODES[level]);
    }

    private int next(String key) {
        return revisions.merge(key, 1, Integer::sum);
    }

    /** Everything that can be asked, in words. */
    private static Map<String, String> answers(ReportingDatabase database, Instant asOf) throws SQLException {
        Map<String, String> answers = new TreeMap<>();
        database.inTransaction(transaction -> {
            if (asOf != null) {
                KnownMoments.enter(transaction, asOf);
            }
            List<RollupItem> items =
                    new RollupAnswers(transaction, TODAY).ofLiving(defined(transaction), PERIODS, UNITS);
            for (RollupItem item : items) {
                answers.put(
                        item.definition().code() + " " + item.unit().code() + " " + item.period(),
                        EventJson.write(RollupViews.of(item, Scope.WHOLE, item.closes(), null, TODAY)));
            }
            for (RollupItem item : items) {
                if ((item.definition().code() + item.unit().code() + item.period()).equals("R" + TRACED + "2024-Q1")) {
                    answers.put(
                            "explained " + item.definition().code(),
                            ToldTrace.of(transaction, item.definition().code(), item.period(), TRACED, TODAY));
                }
            }
            answers.put("breaks", ToldBreaks.of(transaction, UNITS, PERIODS.subList(0, 3)));
            answers.put("names", new UnitLookup(transaction).at(UNITS, TODAY).toString());
            for (String unit : UNITS) {
                answers.put(
                        "target " + unit,
                        Targets.of(transaction, unit, PERIODS.getFirst(), LocalDate.of(2024, 1, 31))
                                .toString());
            }
        });
        return answers;
    }

    private static List<String> defined(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT DISTINCT code FROM definition ORDER BY code")) {
            List<String> codes = new ArrayList<>();
            while (row.next()) {
                codes.add(row.getString(1));
            }
            return codes;
        }
    }
}
