package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Changes whose units go into several others, by shares or to where nobody knows. */
public final class LineageEvents {

    private static final String RECORDED = "2024-01-01T00:00:00Z";

    private LineageEvents() {}

    /** An edge of lineage; {@code to} null: the successor is not known. */
    public record Edge(String to, String population, BigDecimal share) {}

    /** Edges in few words: {@code "51080>51083,51092@2025-07-01 PART"}, with shares {@code "51031>51032:0.6,51033:0.4@2024-04-01 PART"}. */
    public static Map<String, TreeMap<String, List<Edge>>> edges(String... lines) {
        Map<String, TreeMap<String, List<Edge>>> edges = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split("[>@ ]");
            List<Edge> to = new ArrayList<>();
            for (String one : parts[1].split(",")) {
                String[] shared = one.split(":");
                to.add(new Edge(shared[0], parts[3], shared.length > 1 ? new BigDecimal(shared[1]) : null));
            }
            edges.computeIfAbsent(parts[0], key -> new TreeMap<>()).put(parts[2], to);
        }
        return edges;
    }

    /** A whole change: versions of units, and of each code and day all edges that leave it. */
    public static List<Event> change(List<Events.Version> versions, Map<String, TreeMap<String, List<Edge>>> edges) {
        List<Event> events = new ArrayList<>(Events.change(1, versions));
        Event marker = events.removeLast();
        String id = EventJson.read(marker.json().getBytes(StandardCharsets.UTF_8), Marker.class)
                .changeId();
        int led = 0;
        for (Map.Entry<String, TreeMap<String, List<Edge>>> from : edges.entrySet()) {
            for (Map.Entry<String, List<Edge>> on : from.getValue().entrySet()) {
                events.add(lineage(id, from.getKey(), on.getKey(), on.getValue()));
                led++;
            }
        }
        String counted = marker.json().replace("\"edges\":0", "\"edges\":" + led);
        events.add(new Event(marker.topic(), marker.key(), marker.type(), counted));
        return events;
    }

    private record Marker(String changeId) {}

    private static Event lineage(String change, String from, String day, List<Edge> edges) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Edge edge : edges) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (edge.to() != null) {
                one.put("to", edge.to());
            }
            one.put("area", edge.population().equals("NONE") ? "PART" : edge.population());
            one.put("population", edge.population());
            if (edge.share() != null) {
                one.put("share", edge.share());
            }
            list.add(one);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("from", from);
        data.put("effectiveOn", day);
        data.put("revision", 1);
        data.put("changeId", change);
        data.put("recordedAt", RECORDED);
        data.put("edges", list);
        return new Event(
                Topics.DIRECTORY_HIERARCHY, from + "@" + day, "vn.nhipso.lineage.changed.v1", EventJson.write(data));
    }
}
