package vn.nhipso.reporting.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Events in few words. */
public final class Events {

    private static final AtomicInteger CHANGE = new AtomicInteger();
    private static final String RECORDED = "2024-01-01T00:00:00Z";

    private Events() {}

    /** The same events, recorded at another moment. */
    public static List<Event> recordedAt(String moment, List<Event> events) {
        return events.stream()
                .map(event -> new Event(
                        event.topic(), event.key(), event.type(), event.json().replace(RECORDED, moment)))
                .toList();
    }

    /** A version of a unit. */
    public record Version(String code, String name, String level, String parent, String from, String to) {}

    public static Version unit(String code, String level, String parent) {
        return new Version(code, "Đơn vị " + code, level, parent, "2004-01-01", null);
    }

    /** A whole change: each code's versions, edges, then the marker. */
    public static List<Event> change(int revision, List<Version> versions, String... edges) {
        String id = "change-" + CHANGE.incrementAndGet();
        Map<String, List<Map<String, Object>>> states = new LinkedHashMap<>();
        for (Version version : versions) {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("name", version.name());
            state.put("fullName", version.name());
            state.put("type", "xã");
            state.put("level", version.level());
            state.put("parentCode", version.parent());
            state.put("validFrom", version.from());
            if (version.to() != null) {
                state.put("validTo", version.to());
            }
            states.computeIfAbsent(version.code(), code -> new ArrayList<>()).add(state);
        }
        List<Event> events = new ArrayList<>();
        states.forEach((code, list) -> events.add(event(
                code,
                "vn.nhipso.unit.changed.v1",
                Map.of("code", code, "revision", revision, "changeId", id, "recordedAt", RECORDED, "versions", list))));
        for (String edge : edges) {
            events.add(edge(edge, id, revision));
        }
        events.add(event(
                id,
                "vn.nhipso.hierarchy.changed.v1",
                Map.of(
                        "changeId",
                        id,
                        "revision",
                        1,
                        "kind",
                        "CATALOGUE",
                        "act",
                        Map.of("number", "1/NQ"),
                        "effectiveOn",
                        "2004-01-01",
                        "recordedAt",
                        RECORDED,
                        "units",
                        states.size(),
                        "edges",
                        edges.length)));
        return events;
    }

    /** "old>new@2025-07-01 POPULATION", of a unit that went to several also "old>new@2025-07-01 PART +other PART" */
    private static Event edge(String text, String change, int revision) {
        String[] parts = text.split("[>@ ]");
        String key = parts[0] + "@" + parts[2];
        List<Map<String, Object>> edges = new ArrayList<>();
        edges.add(Map.of("to", parts[1], "area", parts[3], "population", parts[3]));
        for (int more = 4; more < parts.length; more += 2) {
            edges.add(Map.of("to", parts[more].substring(1), "area", "PART", "population", parts[more + 1]));
        }
        return event(
                key,
                "vn.nhipso.lineage.changed.v1",
                Map.of(
                        "from",
                        parts[0],
                        "effectiveOn",
                        parts[2],
                        "revision",
                        revision,
                        "changeId",
                        change,
                        "recordedAt",
                        RECORDED,
                        "edges",
                        edges));
    }

    private static Event event(String key, String type, Map<String, Object> data) {
        return new Event(Topics.DIRECTORY_HIERARCHY, key, type, EventJson.write(data));
    }

    /** A definition; levels like "DISTRICT COMMUNE". */
    public static Event definition(String code, String kind, String nature, String levels, String weight) {
        return definition(code, 1, kind, nature, levels, weight, "%", "UP");
    }

    public static Event definition(
            String code,
            int revision,
            String kind,
            String nature,
            String levels,
            String weight,
            String unit,
            String direction) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", code);
        data.put("version", revision);
        data.put("revision", revision);
        data.put("names", Map.of("vi", "Chỉ tiêu " + code, "en", "Indicator " + code));
        data.put("pillar", "GOVERNMENT");
        data.put("kind", kind);
        data.put("nature", nature);
        data.put("unitOfMeasure", unit);
        data.put("decimals", kind.equals("COUNT") ? 0 : 2);
        data.put("direction", direction);
        data.put("reportedBy", List.of(levels.split(" ")));
        data.put("frequency", "ANY");
        data.put("calendar", "CALENDAR");
        if (weight != null) {
            data.put("weight", weight);
        }
        data.put("above100", false);
        data.put("recordedAt", RECORDED);
        return new Event(Topics.INDICATOR_CATALOGUE, code, "vn.nhipso.indicator.defined.v1", EventJson.write(data));
    }

    /** The same definition in the calendar of administrative reports, whose months close on the 14th. */
    public static Event administrative(Event definition) {
        String json = definition.json().replace("\"calendar\":\"CALENDAR\"", "\"calendar\":\"ADMINISTRATIVE\"");
        return new Event(definition.topic(), definition.key(), definition.type(), json);
    }

    /**
     * A measurement in one line: {@code "DG01 870 2022-H1 WHOLE 9475/15684 =60.41 AT_LEAST"}; also {@code 551/} for a numerator alone,
     * {@code !NO_METHOD} for an absence, {@code words} for words, {@code withdrawn}.
     */
    public static Event measurement(String line) {
        return measurement(1, line);
    }

    public static Event measurement(int revision, String line) {
        String[] words = line.split(" ");
        Map<String, Object> data = new LinkedHashMap<>();
        String key = words[0] + "|" + words[1] + "|" + words[2] + "|" + words[3];
        data.put("id", key);
        data.put("revision", revision);
        data.put("indicator", words[0]);
        data.put("unit", words[1]);
        data.put("period", words[2]);
        data.put("scope", words[3]);
        List<String> marks = new ArrayList<>();
        boolean withdrawn = false;
        for (int word = 4; word < words.length; word++) {
            String given = words[word];
            if (given.contains("/")) {
                String[] counts = given.split("/");
                data.put("numerator", new java.math.BigDecimal(counts[0]));
                if (counts.length > 1) {
                    data.put("denominator", new java.math.BigDecimal(counts[1]));
                }
            } else if (given.startsWith("=")) {
                data.put("value", new java.math.BigDecimal(given.substring(1)));
            } else if (given.startsWith("!")) {
                data.put("absence", given.substring(1));
            } else if (given.startsWith("words")) {
                data.put(
                        "stated",
                        Map.of(
                                "status",
                                given.contains(":") ? given.substring(6).replace('_', ' ') : "chưa đạt"));
            } else if (given.equals("withdrawn")) {
                withdrawn = true;
            } else {
                marks.add(given);
            }
        }
        if (withdrawn) {
            data.keySet().retainAll(List.of("id", "revision", "indicator", "unit", "period", "scope"));
            data.put("recordedAt", RECORDED);
            return new Event(
                    Topics.INDICATOR_MEASUREMENTS, key, "vn.nhipso.measurement.withdrawn.v1", EventJson.write(data));
        }
        data.put("qualifiers", marks);
        data.put("definitionVersion", 1);
        data.put("withdrawn", false);
        data.put("recordedAt", RECORDED);
        return new Event(
                Topics.INDICATOR_MEASUREMENTS, key, "vn.nhipso.measurement.published.v1", EventJson.write(data));
    }

    /** A target: {@code "DG01 870 2022-H1 >= 50"}. */
    public static Event target(int revision, String line) {
        String[] words = line.split(" ");
        StringJoiner key = new StringJoiner("|").add(words[0]).add(words[1]).add(words[2]);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", key.toString());
        data.put("revision", revision);
        data.put("indicator", words[0]);
        data.put("unit", words[1]);
        data.put("period", words[2]);
        data.put("comparator", words[3]);
        data.put("value", new java.math.BigDecimal(words[4]));
        data.put("qualifiers", List.of());
        data.put("document", Map.of("title", "Kế hoạch", "number", "01/KH-UBND"));
        data.put("recordedAt", RECORDED);
        return new Event(Topics.INDICATOR_CATALOGUE, key.toString(), "vn.nhipso.target.set.v1", EventJson.write(data));
    }

    public static Event target(String line) {
        return target(1, line);
    }

    /** A team; sizes like {@code "2021-01-01:3 2024-03-01:5"}. */
    public static Event team(String id, int revision, String unit, String kind, String from, String sizes) {
        return EventsOfTeams.team(id, revision, kind, from, null, sizes, unit + "@" + (from == null ? "" : from) + "/");
    }
}
