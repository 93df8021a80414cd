package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.reporting.rollup.HistoryOracle.Edge;
import vn.nhipso.reporting.rollup.HistoryOracle.Span;
import vn.nhipso.reporting.rollup.RollupOracle.Definition;
import vn.nhipso.reporting.rollup.RollupOracle.Fact;
import vn.nhipso.reporting.rollup.RollupOracle.Unit;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * Communes that merge, divide, take over codes and end, up to four times in a year: what their year, halves and quarters come to is what plain Java
 * says, kept, rebuilt and on demand, in whatever order units, lineage and figures come.
 */
class CarriedFiguresPropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2022, 1, 1);
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 2, 11), LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 1), LocalDate.of(2024, 10, 1));
    private static final List<String> PERIODS = List.of(
            "2024-01",
            "2024-02",
            "2024-03",
            "2024-04",
            "2024-05",
            "2024-06",
            "2024-07",
            "2024-08",
            "2024-09",
            "2024-10",
            "2024-11",
            "2024-12",
            "2024-Q1",
            "2024-Q2",
            "2024-Q3",
            "2024-Q4",
            "2024-H1",
            "2024-H2",
            "2024",
            "2024-YTD07",
            "2024-02-10",
            "2023",
            "2025");
    private static final List<Definition> DEFINITIONS = List.of(
            new Definition("CR", "RATIO", "FLOW", Set.of(3), null),
            new Definition("CA", "COUNT", "FLOW", Set.of(3), null, ReportingCalendar.ADMINISTRATIVE),
            new Definition("CS", "COUNT", "STOCK", Set.of(3), null));

    private final Random random = new Random();
    private final List<Span> spans = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Fact> facts = new TreeMap<>();
    private final Map<String, LocalDate> living = new TreeMap<>();

    @Property(tries = 1, seed = "530", shrinking = ShrinkingMode.OFF)
    void carriedFiguresShouldBeThoseOfTheOracle(@ForAll long seed) throws Exception {
        random.setSeed(seed);
        spans.clear();
        edges.clear();
        facts.clear();
        living.clear();
        spans.add(new Span(new Unit("VN", 0, null), BEGIN, null));
        spans.add(new Span(new Unit("P", 1, "VN"), BEGIN, null));
        for (int commune = 0; commune < 6; commune++) {
            living.put("C" + commune, BEGIN);
        }
        for (LocalDate day : DAYS) {
            reorganise(day);
        }
        living.forEach((code, from) -> spans.add(new Span(new Unit(code, 3, "P"), from, null)));
        ReportingDatabase database = new ReportingDatabase();
        List<List<Event>> batches = new ArrayList<>(List.of(definitions()));
        for (int batch = 0; batch < 3; batch++) {
            batches.add(report());
        }
        batches.add(hierarchy(1, true, random.nextBoolean()));
        Collections.shuffle(batches, random);
        for (List<Event> batch : batches) {
            database.apply(batch);
        }
        // The lineage may have come without the units or the other way round: at last all of it is known.
        database.apply(hierarchy(2, true, true));
        compare(database);
    }

    /** Two things happen on such a day, to communes of their own each. */
    private void reorganise(LocalDate day) {
        Set<String> touched = new TreeSet<>();
        for (int happening = 0; happening < 2; happening++) {
            List<String> free = new ArrayList<>(living.keySet());
            free.removeAll(touched);
            Collections.shuffle(free, random);
            if (free.size() < 3) {
                return;
            }
            List<String> some = free.subList(0, 1 + random.nextInt(2));
            String other = free.get(2);
            String fresh = "C" + (6 + random.nextInt(3));
            boolean usable = !living.containsKey(fresh) && !touched.contains(fresh);
            touched.addAll(some);
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> {
                    String into =
                            usable && random.nextBoolean() ? fresh : random.nextBoolean() ? other : some.getFirst();
                    merge(some, into, day);
                    touched.add(into);
                }
                case 3 -> {
                    edges.add(new Edge(some.getFirst(), some.getFirst(), day, "PART"));
                    edges.add(new Edge(some.getFirst(), other, day, "PART"));
                    touched.add(other);
                }
                case 4 -> {
                    edges.add(new Edge(some.getFirst(), other, day, "NONE"));
                    touched.add(other);
                }
                case 5 -> {
                    edges.add(new Edge(some.getFirst(), other, day, "WHOLE"));
                    edges.add(new Edge(other, some.getFirst(), day, "WHOLE"));
                    touched.add(other);
                }
                default -> end(some.getFirst(), day);
            }
        }
    }

    private void merge(List<String> some, String into, LocalDate day) {
        for (String one : some) {
            if (!one.equals(into)) {
                edges.add(new Edge(one, into, day, "WHOLE"));
                if (random.nextInt(4) == 0) {
                    edges.add(new Edge(one, "C0", day, "NONE"));
                }
                end(one, day);
            } else if (random.nextBoolean()) {
                edges.add(new Edge(one, into, day, "WHOLE"));
            }
        }
        living.putIfAbsent(into, day);
    }

    private void end(String code, LocalDate day) {
        spans.add(new Span(new Unit(code, 3, "P"), living.remove(code), day));
    }

    private static List<Event> definitions() {
        List<Event> events = new ArrayList<>();
        for (Definition d : DEFINITIONS) {
            Event event = Events.definition(d.code(), d.kind(), d.nature(), "COMMUNE", null);
            events.add(d.calendar() == ReportingCalendar.ADMINISTRATIVE ? Events.administrative(event) : event);
        }
        return events;
    }

    private List<Event> hierarchy(int revision, boolean units, boolean lineage) {
        List<Version> versions = spans.stream()
                .filter(span -> units && span.unit().level() > 0)
                .map(span -> new Version(
                        span.unit().code(),
                        span.unit().code(),
                        span.unit().level() == 1 ? "PROVINCE" : "COMMUNE",
                        span.unit().parent(),
                        span.from().toString(),
                        span.to() == null ? null : span.to().toString()))
                .toList();
        Map<String, String> texts = new TreeMap<>();
        for (Edge edge : edges) {
            texts.merge(
                    edge.from() + "@" + edge.day(),
                    edge.from() + ">" + edge.to() + "@" + edge.day() + " " + edge.population(),
                    (before, more) -> before + " +" + edge.to() + " " + edge.population());
        }
        return Events.change(revision, versions, lineage ? texts.values().toArray(String[]::new) : new String[0]);
    }

    private List<Event> report() {
        List<Event> events = new ArrayList<>();
        for (Definition definition : DEFINITIONS) {
            for (int commune = 0; commune < 9; commune++) {
                for (String period : PERIODS) {
                    boolean month =
                            period.length() == 7 && Character.isDigit(period.charAt(6)) && period.charAt(5) < 'A';
                    if (random.nextInt(month ? 3 : 12) == 0) {
                        report(definition, "C" + commune, period, events);
                    }
                }
            }
        }
        return events;
    }

    private void report(Definition definition, String unit, String period, List<Event> events) {
        String key = definition.code() + " " + unit + " " + period + " OWN";
        if (facts.containsKey(key)) {
            return;
        }
        int marks = random.nextInt(6) == 0 ? 1 << random.nextInt(4) : 0;
        String mark = marks == 0
                ? ""
                : " " + List.of("AT_LEAST", "ABOUT", "NEARLY", "AT_MOST").get(Integer.numberOfTrailingZeros(marks));
        BigDecimal n = BigDecimal.valueOf(random.nextInt(90));
        int form = random.nextInt(15);
        boolean ratio = definition.kind().equals("RATIO");
        if (form == 0) {
            facts.put(key, fact(definition, unit, period, null, null, null, 0, "NOT_APPLICABLE"));
            events.add(Events.measurement(key + " !NOT_APPLICABLE"));
        } else if (form == 1 && ratio) {
            facts.put(key, fact(definition, unit, period, null, null, n, 0, null));
            events.add(Events.measurement(key + " =" + n));
        } else if (ratio) {
            facts.put(key, fact(definition, unit, period, n, BigDecimal.valueOf(100), null, marks, null));
            events.add(Events.measurement(key + " " + n + "/100" + mark));
        } else {
            facts.put(key, fact(definition, unit, period, null, null, n, marks, null));
            events.add(Events.measurement(key + " =" + n + mark));
        }
    }

    private static Fact fact(
            Definition definition,
            String unit,
            String period,
            BigDecimal n,
            BigDecimal d,
            BigDecimal v,
            int marks,
            String absence) {
        return new Fact(definition.code(), unit, Period.parse(period), "OWN", n, d, v, marks, absence);
    }

    private void compare(ReportingDatabase database) throws Exception {
        HistoryOracle oracle = new HistoryOracle(spans, edges, DEFINITIONS, facts.values());
        Map<String, String> expected = new TreeMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Definition definition : DEFINITIONS) {
            for (String text : PERIODS) {
                Period period = Period.parse(text);
                pairs.add(new Pair(definition.code(), period));
                for (Unit unit : oracle.units(definition.calendar().closingDay(period))) {
                    RollupRow row = oracle.rollup(definition, period, unit.code());
                    if (row.whole().coverage().reporting() > 0) {
                        expected.put(key(row), says(row));
                    }
                }
            }
        }
        assertThat(expected.values().stream().filter(text -> text.contains("carried=true")))
                .isNotEmpty();
        List<String> codes =
                spans.stream().map(span -> span.unit().code()).distinct().toList();
        try (Connection connection = database.connection()) {
            RollupReader reader = new RollupReader(connection);
            List<Found> made = new ArrayList<>();
            for (Definition definition : DEFINITIONS) {
                made.addAll(reader.onDemand(
                        pairs.stream()
                                .filter(pair -> pair.indicator().equals(definition.code()))
                                .toList(),
                        codes));
            }
            assertSame("on demand", expected, made);
            // Only periods that somebody reported are kept.
            Set<String> reported = new TreeSet<>();
            facts.values().forEach(fact -> reported.add(fact.indicator() + "|" + fact.period()));
            expected.keySet().removeIf(key -> !reported.contains(key.substring(0, key.lastIndexOf('|'))));
            assertSame("kept", expected, reader.kept(pairs, codes));
            database.inTransaction(transaction -> {
                WorkTables.prepare(transaction);
                new RollupRefresh(transaction).everything();
            });
            assertSame("rebuilt", expected, reader.kept(pairs, codes));
        }
    }

    private static void assertSame(String way, Map<String, String> expected, List<Found> all) {
        Map<String, String> said = new TreeMap<>();
        for (Found one : all) {
            if (one.row().whole().coverage().reporting() > 0) {
                said.put(key(one.row()), says(one.row()));
            }
        }
        Map<String, String> wrong = new TreeMap<>();
        expected.forEach((key, says) -> {
            if (!says.equals(said.get(key)) && wrong.size() < 3) {
                wrong.put(key, "\n  oracle " + says + "\n  " + way + " " + said.get(key));
            }
        });
        assertThat(wrong).as(way).isEmpty();
        assertThat(said.keySet()).as(way).isEqualTo(expected.keySet());
    }

    private static String key(RollupRow row) {
        return row.indicator() + "|" + row.period() + "|" + row.unit();
    }

    private static String says(RollupRow row) {
        return row.toString();
    }
}
