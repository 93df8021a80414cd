package vn.nhipso.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.nhipso.kit.event.ReceivedEvent;

/** What a newcomer knows who has read the topics from their first event on and nothing else. */
final class RebuiltDirectory {

    /** Newest state of each key, by type. */
    final Map<String, Map<String, JsonNode>> states = new HashMap<>();

    private final Map<String, List<ReceivedEvent>> staged = new HashMap<>();

    static RebuiltDirectory of(List<ReceivedEvent> hierarchy, List<ReceivedEvent> teams) {
        RebuiltDirectory rebuilt = new RebuiltDirectory();
        hierarchy.forEach(rebuilt::stage);
        teams.forEach(rebuilt::apply);
        return rebuilt;
    }

    /** Units and lineage take effect with the marker of their change. */
    private void stage(ReceivedEvent event) {
        JsonNode json = event.json();
        if (!json.has("changeId")) {
            apply(event);
            return;
        }
        List<ReceivedEvent> change = staged.computeIfAbsent(json.get("changeId").asText(), id -> new ArrayList<>());
        change.add(event);
        if (event.type().equals("vn.nhipso.hierarchy.changed.v1")) {
            change.forEach(this::apply);
            staged.remove(json.get("changeId").asText());
        }
    }

    private void apply(ReceivedEvent event) {
        JsonNode json = event.json();
        Map<String, JsonNode> ofType = states.computeIfAbsent(event.type(), type -> new LinkedHashMap<>());
        JsonNode known = ofType.get(event.key());
        long revision = json.path("revision").longValue();
        long expected = known == null ? 1 : known.get("revision").longValue() + 1;
        if (revision > expected) {
            throw new AssertionError(event.type() + " " + event.key() + " leaps to revision " + revision);
        }
        if (revision == expected) {
            ofType.put(event.key(), json);
        }
    }

    Map<String, JsonNode> all(String type) {
        return states.getOrDefault(type, Map.of());
    }

    /** Changes of which the marker is missing. */
    int unfinished() {
        return staged.size();
    }

    /** The units in the subtree of a unit on a day, by code. */
    Map<String, JsonNode> below(String code, LocalDate day) {
        Map<String, JsonNode> living = new HashMap<>();
        all("vn.nhipso.unit.changed.v1").forEach((key, unit) -> items(unit, "versions")
                .filter(version -> lives(version, day))
                .forEach(version -> living.put(key, version)));
        Map<String, JsonNode> below = new TreeMap<>();
        TreeSet<String> open = new TreeSet<>(List.of(code));
        while (!open.isEmpty()) {
            String parent = open.pollFirst();
            living.forEach((child, version) -> {
                if (parent.equals(version.path("parentCode").asText())) {
                    below.put(child, version);
                    open.add(child);
                }
            });
        }
        return below;
    }

    /** Every day on which something about the codes begins or ends. */
    TreeSet<LocalDate> days(String prefix) {
        TreeSet<LocalDate> days = new TreeSet<>();
        all("vn.nhipso.unit.changed.v1").forEach((key, unit) -> {
            if (key.startsWith(prefix)) {
                items(unit, "versions")
                        .flatMap(version -> Stream.of("validFrom", "validTo")
                                .filter(version::has)
                                .map(version::get))
                        .forEach(day -> days.add(LocalDate.parse(day.asText())));
            }
        });
        return days;
    }

    /** How many members a team has on a day, by the steps of its event. */
    static int members(JsonNode team, LocalDate day) {
        int count = 0;
        for (JsonNode step : team.get("memberCounts")) {
            if (!step.has("from") || !LocalDate.parse(step.get("from").asText()).isAfter(day)) {
                count = step.get("count").intValue();
            }
        }
        boolean there = items(team, "placements").anyMatch(stay -> lives(stay, "from", "to", day));
        return there ? count : 0;
    }

    static Stream<JsonNode> items(JsonNode json, String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false);
    }

    private static boolean lives(JsonNode version, LocalDate day) {
        return lives(version, "validFrom", "validTo", day);
    }

    private static boolean lives(JsonNode span, String from, String to, LocalDate day) {
        return (!span.has(from) || !LocalDate.parse(span.get(from).asText()).isAfter(day))
                && (!span.has(to) || LocalDate.parse(span.get(to).asText()).isAfter(day));
    }
}
