package vn.nhipso.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** How many units of which level and type there are on a day. */
public record UnitCounts(LocalDate day, Map<String, Map<String, Long>> types) {

    private static final Comparator<Map.Entry<String, Long>> MANY_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed();

    /** @param within a code, or blank for the whole country */
    public static UnitCounts of(ApiClient directory, LocalDate day, String within) {
        String path =
                "/v1/unit-counts?validAt=" + day + (within.isBlank() ? "" : "&within=" + ApiClient.encoded(within));
        Reply reply = directory.get(path);
        if (!reply.isSuccess()) {
            throw new StackException("The units of " + day + " cannot be counted: " + reply.problem());
        }
        Map<String, Map<String, Long>> types = new LinkedHashMap<>();
        for (JsonNode level : reply.json().path("items")) {
            Map<String, Long> ofLevel = new LinkedHashMap<>();
            level.path("types")
                    .forEach(type -> ofLevel.put(
                            type.path("type").asText(), type.path("count").asLong()));
            types.put(level.path("level").asText(), ofLevel);
        }
        types.remove("COUNTRY");
        types.values().removeIf(Map::isEmpty);
        return new UnitCounts(day, types);
    }

    public long level(String level) {
        return types.getOrDefault(level, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public void print(PrintStream out) {
        out.println("units on " + day);
        if (types.isEmpty()) {
            out.println("  none");
        }
        types.forEach((level, ofLevel) -> out.printf(
                Locale.ROOT,
                "  %-9s %,7d   %s%n",
                level,
                level(level),
                ofLevel.entrySet().stream()
                        .sorted(MANY_FIRST)
                        .map(type -> String.format(Locale.ROOT, "%s %,d", type.getKey(), type.getValue()))
                        .collect(Collectors.joining(" · "))));
    }
}
