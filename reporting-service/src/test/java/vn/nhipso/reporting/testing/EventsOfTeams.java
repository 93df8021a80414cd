package vn.nhipso.reporting.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Teams in few words. */
public final class EventsOfTeams {

    private EventsOfTeams() {}

    /**
     * A team that stood in places one after the other.
     *
     * @param sizes like {@code "2021-01-01:3 2024-03-01:5"}
     * @param places like {@code "15655-01@2021-01-01/2025-07-01"}, with open ends left out; the last is where it stands
     */
    public static Event team(
            String id, int revision, String kind, String from, String to, String sizes, String... places) {
        List<Map<String, Object>> placements = new ArrayList<>();
        String unit = "";
        for (String place : places) {
            String[] parts = place.split("[@/]", -1);
            unit = parts[0];
            Map<String, Object> placement = new LinkedHashMap<>();
            placement.put("unit", unit);
            put(placement, "from", parts[1]);
            put(placement, "to", parts[2]);
            placements.add(placement);
        }
        List<Map<String, Object>> counts = new ArrayList<>();
        for (String size : sizes.isEmpty() ? new String[0] : sizes.split(" ")) {
            counts.add(Map.of("from", size.substring(0, 10), "count", Integer.valueOf(size.substring(11))));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("revision", revision);
        data.put("unit", unit);
        data.put("kind", kind);
        data.put("level", unit.contains("-") ? "HAMLET" : "COMMUNE");
        data.put("name", "Tổ " + id);
        put(data, "validFrom", from);
        put(data, "validTo", to);
        data.put("memberCounts", counts);
        data.put("placements", placements);
        data.put("recordedAt", "2024-01-01T00:00:00Z");
        return new Event(Topics.DIRECTORY_TEAMS, id, "vn.nhipso.team.changed.v1", EventJson.write(data));
    }

    private static void put(Map<String, Object> data, String name, String value) {
        if (value != null && !value.isEmpty()) {
            data.put(name, value);
        }
    }
}
