package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.nhipso.reporting.restatement.LineageEvents.Edge;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** A small country that is reorganised again and again: merged, divided, transferred, recoded, ended, with codes that are used again. */
public final class RandomHistory {

    public static final List<String> DAYS = List.of("2024-02-10", "2024-04-01", "2024-06-15", "2024-09-01");
    public static final List<String> LEVELS = List.of("COUNTRY", "PROVINCE", "DISTRICT", "COMMUNE");

    /** A unit from a day on, until another. */
    public record Span(String code, int level, String parent, String from, String to) {
        public boolean holds(String day) {
            return from.compareTo(day) <= 0 && (to == null || to.compareTo(day) > 0);
        }
    }

    private record Living(int level, String parent) {}

    final Map<String, List<Span>> spans = new TreeMap<>();
    final Map<String, TreeMap<String, List<Edge>>> edges = new TreeMap<>();

    private final Random random;
    private final String prefix;
    private final Map<String, Living> living = new TreeMap<>();
    private final Map<String, String> since = new HashMap<>();
    private int number;

    public RandomHistory(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
        grow();
        for (String day : DAYS) {
            reorganise(day);
        }
        new ArrayList<>(living.keySet()).forEach(code -> close(code, null));
    }

    private void grow() {
        for (int province = 0; province < 2 + random.nextInt(2); province++) {
            String p = begin(1, "VN", "2004-01-01");
            for (int district = 0; district < random.nextInt(4); district++) {
                String d = begin(2, p, "2004-01-01");
                for (int commune = 0; commune < random.nextInt(4); commune++) {
                    begin(3, d, "2004-01-01");
                }
            }
            for (int commune = 0; commune < random.nextInt(3); commune++) {
                begin(3, p, "2004-01-01");
            }
        }
    }

    private String begin(int level, String parent, String day) {
        return begin(prefix + number++, level, parent, day);
    }

    private String begin(String code, int level, String parent, String day) {
        living.put(code, new Living(level, parent));
        since.put(code, day);
        return code;
    }

    private void close(String code, String day) {
        Living unit = living.remove(code);
        String from = since.remove(code);
        if (!from.equals(day)) {
            spans.computeIfAbsent(code, key -> new ArrayList<>())
                    .add(new Span(code, unit.level(), unit.parent(), from, day));
        }
    }

    private void lead(String from, String day, Edge... to) {
        edges.computeIfAbsent(from, key -> new TreeMap<>()).put(day, List.of(to));
    }

    private static Edge edge(String to, String population) {
        return new Edge(to, population, null);
    }

    /** Some of what lived the day before is something else from this day on, each unit once. */
    private void reorganise(String day) {
        List<String> before = new ArrayList<>(living.keySet());
        for (int act = 0; act < 1 + random.nextInt(5); act++) {
            String unit = before.get(random.nextInt(before.size()));
            if (living.containsKey(unit) && !day.equals(since.get(unit)) && !led(unit, day)) {
                reorganise(unit, day);
            }
        }
    }

    private boolean led(String unit, String day) {
        return edges.getOrDefault(unit, new TreeMap<>()).containsKey(day);
    }

    private void reorganise(String unit, String day) {
        Living was = living.get(unit);
        String other = peer(unit, day);
        switch (random.nextInt(9)) {
            case 0 -> merge(unit, other, day);
            case 1 -> split(unit, day, null);
            case 2 -> split(unit, day, random.nextBoolean() ? "0.7" : "0.55");
            case 3 -> transfer(unit, day);
            case 4 -> abolish(unit, day);
            case 5 -> {
                String named = begin(was.level(), was.parent(), day);
                move(unit, named, day);
                lead(unit, day, edge(named, "WHOLE"));
                close(unit, day);
            }
            case 6 -> part(unit, other, day);
            case 7 -> {
                // The code goes on as another unit, its people in a new one.
                String named = begin(was.level(), was.parent(), day);
                lead(unit, day, edge(named, "WHOLE"));
                close(unit, day);
                begin(unit, was.level(), was.parent(), day);
            }
            default -> {
                if (other != null) {
                    lead(unit, day, edge(other, "NONE"));
                }
            }
        }
    }

    /** Another unit of the level that lived before and lives on. */
    private String peer(String unit, String day) {
        int level = living.get(unit).level();
        List<String> peers = living.keySet().stream()
                .filter(code -> !code.equals(unit) && living.get(code).level() == level && !day.equals(since.get(code)))
                .filter(code -> !led(code, day))
                .toList();
        return peers.isEmpty() ? null : peers.get(random.nextInt(peers.size()));
    }

    private void move(String from, String to, String day) {
        for (String child : List.copyOf(living.keySet())) {
            if (living.get(child).parent().equals(from)) {
                under(child, to, day);
            }
        }
    }

    private void under(String child, String parent, String day) {
        int level = living.get(child).level();
        close(child, day);
        begin(child, level, parent, day);
    }

    private void merge(String unit, String other, String day) {
        if (other == null) {
            return;
        }
        move(unit, other, day);
        lead(unit, day, edge(other, "WHOLE"));
        if (random.nextBoolean()) {
            lead(other, day, edge(other, "WHOLE"));
        }
        close(unit, day);
    }

    private void split(String unit, String day, String share) {
        Living was = living.get(unit);
        String one = begin(was.level(), was.parent(), day);
        String two = begin(was.level(), was.parent(), day);
        boolean half = random.nextInt(3) == 0;
        lead(
                unit,
                day,
                new Edge(one, "PART", share == null ? null : new BigDecimal(share)),
                new Edge(
                        random.nextInt(6) == 0 ? null : two,
                        "PART",
                        share == null || half ? null : new BigDecimal("0.3")));
        move(unit, random.nextBoolean() ? one : two, day);
        close(unit, day);
    }

    private void transfer(String unit, String day) {
        int level = living.get(unit).level();
        List<String> parents = living.keySet().stream()
                .filter(code -> living.get(code).level() == level - 1)
                .toList();
        if (level > 1 && !parents.isEmpty()) {
            under(unit, parents.get(random.nextInt(parents.size())), day);
        }
    }

    /** Ends without a successor; what lay below goes to its parent. */
    private void abolish(String unit, String day) {
        Living was = living.get(unit);
        if (was.level() == 1) {
            return;
        }
        move(unit, was.parent(), day);
        if (was.level() == 3 && random.nextBoolean()) {
            lead(unit, day, edge(null, "WHOLE"));
        }
        close(unit, day);
    }

    /** A part of its people alone is said to go; it lives on or ends. */
    private void part(String unit, String other, String day) {
        if (other == null) {
            return;
        }
        lead(unit, day, new Edge(other, "PART", random.nextBoolean() ? new BigDecimal("0.25") : null));
        if (random.nextBoolean()) {
            move(unit, other, day);
            close(unit, day);
        }
    }

    /** All of it as one change. */
    public List<Event> events() {
        List<Version> versions = new ArrayList<>();
        spans.values()
                .forEach(list -> list.forEach(span -> versions.add(new Version(
                        span.code(), span.code(), LEVELS.get(span.level()), span.parent(), span.from(), span.to()))));
        return LineageEvents.change(versions, edges);
    }
}
