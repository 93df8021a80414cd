package vn.nhipso.reporting.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.reporting.rollup.RollupRefresh;
import vn.nhipso.reporting.rollup.WorkTables;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * However a hierarchy came to be what it is (units late, moved, ended, corrected for days long past, lineage before or after them, facts before
 * or after all that), what is derived from it and the rollups on it are those of one who hears of the last state only.
 */
class MovingHierarchyPropertyTest {

    private static final String[] LEVELS = {"COUNTRY", "PROVINCE", "DISTRICT", "COMMUNE"};
    private static final int[] CODES = {1, 2, 4, 7};
    private static final List<String> DAYS =
            List.of("2004-01-01", "2024-01-01", "2024-02-11", "2024-03-01", "2024-04-01", "2024-07-01");
    private static final List<String> PERIODS = List.of(
            "2024-01",
            "2024-02",
            "2024-03",
            "2024-Q1",
            "2024-Q2",
            "2024-H1",
            "2024",
            "2024-02-10",
            "2024-YTD09",
            "2023");
    private static final List<String> DERIVED = List.of(
            "SELECT unit, ancestor, valid_from, valid_to, unit_level, ancestor_level, ancestor_parent FROM unit_ancestor ORDER BY unit, ancestor, valid_from",
            "SELECT unit, valid_from, valid_to, provinces, districts, communes FROM unit_size ORDER BY unit, valid_from",
            "SELECT unit, valid_from, valid_to FROM unit_life ORDER BY unit, valid_from",
            "SELECT * FROM rollup ORDER BY indicator, period, unit");

    private final Random random = new Random();
    private final Map<String, List<Version>> units = new TreeMap<>();
    private final Map<String, String> edges = new TreeMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();
    private final Map<String, Event> facts = new TreeMap<>();
    private int step;

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void whatComesOfManyChangesShouldBeWhatComesOfTheLastState(@ForAll long seed) throws Exception {
        random.setSeed(seed);
        units.clear();
        edges.clear();
        revisions.clear();
        facts.clear();
        ReportingDatabase moved = new ReportingDatabase();
        int definedAfter = random.nextInt(3);
        for (step = 0; step < 10; step++) {
            if (step == definedAfter) {
                moved.apply(definitions());
            }
            moved.apply(change(1 + random.nextInt(step == 0 ? 14 : 4)));
            moved.apply(facts(random.nextInt(25)));
        }
        Map<String, List<String>> derived = derived(moved);
        ReportingDatabase last = new ReportingDatabase();
        last.apply(definitions());
        last.apply(List.copyOf(facts.values()));
        last.apply(Events.change(
                99,
                units.values().stream().flatMap(List::stream).toList(),
                edges.values().toArray(String[]::new)));
        assertThat(derived).isEqualTo(derived(last));
        moved.inTransaction(transaction -> {
            WorkTables.prepare(transaction);
            new RollupRefresh(transaction).everything();
        });
        assertThat(derived(moved)).as("rebuilt").isEqualTo(derived);
    }

    private static Map<String, List<String>> derived(ReportingDatabase database) throws SQLException {
        Map<String, List<String>> derived = new TreeMap<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String query : DERIVED) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT q::text FROM (" + query + ") q")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                derived.put(query, rows);
            }
        }
        return derived;
    }

    private static List<Event> definitions() {
        return List.of(
                Events.definition("R", "RATIO", "FLOW", "DISTRICT COMMUNE", null),
                Events.definition("C", "COUNT", "STOCK", "COMMUNE", null),
                Events.administrative(Events.definition("A", "COUNT", "FLOW", "PROVINCE COMMUNE", null)),
                Events.definition("S", "SHARE", "STOCK", "COMMUNE", "C"),
                Events.definition("D", "RATIO", "STOCK", "DISTRICT", null));
    }

    /** Some units in a new state, some edges: what was said of them before holds no longer. */
    private List<Event> change(int size) {
        Map<String, List<Version>> said = new TreeMap<>();
        Map<String, String> led = new TreeMap<>();
        for (int one = 0; one < size; one++) {
            int level = 1 + random.nextInt(3);
            String code = code(level);
            said.put(code, versions(code, level));
            if (random.nextInt(3) == 0) {
                String from = code(level);
                String day = DAYS.get(1 + random.nextInt(DAYS.size() - 1));
                String population = List.of("WHOLE", "PART", "NONE").get(random.nextInt(3));
                led.put(from + "@" + day, from + ">" + code(level) + "@" + day + " " + population);
            }
        }
        units.putAll(said);
        edges.putAll(led);
        return Events.change(
                step + 1,
                said.values().stream().flatMap(List::stream).toList(),
                led.values().toArray(String[]::new));
    }

    /** Versions one behind the other, at times with a gap between, each under any unit above, at times one that nobody knows. */
    private List<Version> versions(String code, int level) {
        List<Integer> cuts = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.shuffle(cuts, random);
        List<Integer> days = cuts.subList(0, 1 + random.nextInt(3));
        Collections.sort(days);
        List<Version> versions = new ArrayList<>();
        for (int version = 0; version < days.size(); version++) {
            boolean last = version == days.size() - 1;
            String until = last ? (random.nextInt(3) == 0 ? "2025-01-01" : null) : DAYS.get(days.get(version + 1));
            if (last || random.nextInt(6) > 0) {
                versions.add(new Version(code, code, LEVELS[level], parent(level), DAYS.get(days.get(version)), until));
            }
        }
        return versions;
    }

    private String parent(int level) {
        int above = level == 3 && random.nextInt(4) == 0 ? 1 : level - 1;
        return above == 0 ? "VN" : code(above);
    }

    private String code(int level) {
        return level + "-" + random.nextInt(CODES[level]);
    }

    private List<Event> facts(int count) {
        List<Event> events = new ArrayList<>();
        for (int fact = 0; fact < count; fact++) {
            String indicator = List.of("R", "C", "A", "S", "D").get(random.nextInt(5));
            int level = indicator.equals("D") ? 2 : random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 3;
            String scope = level == 3 || indicator.equals("D") ? "OWN" : random.nextBoolean() ? "CHILDREN" : "WHOLE";
            String key =
                    indicator + " " + code(level) + " " + PERIODS.get(random.nextInt(PERIODS.size())) + " " + scope;
            boolean ratio = indicator.equals("R") || indicator.equals("D");
            String figure = ratio ? random.nextInt(9) + "/" + (9 + random.nextInt(9)) : "=" + random.nextInt(50);
            Event event = Events.measurement(
                    revisions.merge(key, 1, Integer::sum), key + " " + (random.nextInt(9) == 0 ? "withdrawn" : figure));
            facts.put(key, event);
            events.add(event);
        }
        return events;
    }
}
