package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Asks for figures on the hierarchies of other days, and remembers which were not what they must be. */
final class RestatedAnswers {

    private final ApiClient reporting;
    private final List<String> wrong = new ArrayList<>();
    private int checked;

    RestatedAnswers(ApiClient reporting) {
        this.reporting = reporting;
    }

    int checked() {
        return checked;
    }

    List<String> wrong() {
        return wrong;
    }

    void expect(String what, BigDecimal expected, @Nullable BigDecimal found) {
        checked++;
        if (found == null || expected.compareTo(found) != 0) {
            wrong.add(what + ": " + expected + " expected, but " + found);
        }
    }

    /** Until what was published with this token is in the reports. */
    void await(String indicator, String period, String sequence) {
        get("/v1/rollups?unit=VN&indicator=" + indicator + "&period=" + period + "&minSequence="
                + ApiClient.encoded(sequence));
    }

    BigDecimal value(String indicator, String unit, String period, LocalDate day) {
        return RestatedBench.number(one(indicator, unit, period, day));
    }

    BigDecimal unallocated(String indicator, String unit, String period, LocalDate day) {
        return RestatedBench.number(one(indicator, unit, period, day).path("unallocated"));
    }

    private JsonNode one(String indicator, String unit, String period, LocalDate day) {
        return get("/v1/rollups?unit=" + unit + "&" + query(indicator, period, day))
                .path("items")
                .path(0);
    }

    private static String query(String indicator, String period, LocalDate day) {
        return "indicator=" + indicator + "&period=" + period + "&validAt=" + day;
    }

    /** Of all units of a level within another. */
    Map<String, BigDecimal> values(String indicator, String period, LocalDate day, String level, String within) {
        Map<String, BigDecimal> values = new TreeMap<>();
        list(indicator, period, day, level, within)
                .forEach((code, item) -> values.put(code, RestatedBench.number(item)));
        return values;
    }

    private Map<String, JsonNode> list(String indicator, String period, LocalDate day, String level, String within) {
        Map<String, JsonNode> items = new TreeMap<>();
        String path =
                "/v1/rollups?level=" + level + "&within=" + within + "&pageSize=1000&" + query(indicator, period, day);
        String cursor = "";
        do {
            JsonNode page = get(path + cursor);
            page.path("items")
                    .forEach(item -> items.put(item.path("unit").path("code").asText(), item));
            cursor = page.has("next")
                    ? "&cursor=" + ApiClient.encoded(page.path("next").asText())
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** Holds every unit against the sum of those below it and what stands unallocated at it. */
    void children(String indicator, String period, LocalDate day, boolean districts) {
        Map<String, JsonNode> provinces = list(indicator, period, day, "PROVINCE", "VN");
        BigDecimal country = value(indicator, "VN", period, day);
        expect("the provinces of " + period + " on " + day, country, sum(provinces));
        provinces.forEach((province, item) -> {
            Map<String, JsonNode> below = list(indicator, period, day, districts ? "DISTRICT" : "COMMUNE", province);
            parent(province + " in " + period + " on " + day, item, below);
            if (districts) {
                Map<String, Map<String, JsonNode>> communes = new HashMap<>();
                list(indicator, period, day, "COMMUNE", province).forEach((code, commune) -> communes.computeIfAbsent(
                                commune.path("unit").path("parentCode").asText(), parent -> new TreeMap<>())
                        .put(code, commune));
                below.forEach((district, its) -> parent(
                        district + " in " + period + " on " + day, its, communes.getOrDefault(district, Map.of())));
            }
        });
    }

    private void parent(String what, JsonNode parent, Map<String, JsonNode> children) {
        expect(what, RestatedBench.number(parent), sum(children).add(RestatedBench.number(parent.path("unallocated"))));
    }

    private static BigDecimal sum(Map<String, JsonNode> items) {
        return items.values().stream().map(RestatedBench::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonNode get(String path) {
        Reply reply = reporting.get(path);
        if (!reply.isSuccess()) {
            throw new StackException("GET " + path + " was answered " + reply.problem());
        }
        return reply.json();
    }
}
