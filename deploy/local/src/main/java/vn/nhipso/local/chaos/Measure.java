package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.nhipso.local.api.ApiJson;

/**
 * An indicator of the run.
 *
 * @param levels that have a part of their own: 1 province, 2 district, 3 commune
 */
record Measure(String code, boolean ratio, boolean flow, Set<Integer> levels) {

    private static final List<String> LEVELS = List.of("", "PROVINCE", "DISTRICT", "COMMUNE");

    static List<Measure> all(String prefix) {
        return List.of(
                new Measure(prefix + "-1", true, true, Set.of(2, 3)),
                new Measure(prefix + "-2", true, true, Set.of(3)),
                new Measure(prefix + "-3", true, false, Set.of(1, 2, 3)),
                new Measure(prefix + "-4", false, true, Set.of(1, 2, 3)),
                new Measure(prefix + "-5", false, false, Set.of(3)),
                new Measure(prefix + "-6", false, true, Set.of(2, 3)));
    }

    int lowest() {
        return new TreeSet<>(levels).last();
    }

    boolean takes(FigureKey.Scope scope, int level) {
        return scope == FigureKey.Scope.OWN ? levels.contains(level) : level < lowest();
    }

    JsonNode definition() {
        ObjectNode definition = ApiJson.mapper().createObjectNode();
        definition.putObject("names").put("vi", "Hỗn loạn " + code).put("en", "Chaos " + code);
        definition
                .put("pillar", "FOUNDATION")
                .put("kind", ratio ? "RATIO" : "COUNT")
                .put("nature", flow ? "FLOW" : "STOCK")
                .put("unitOfMeasure", ratio ? "%" : "hồ sơ")
                .put("decimals", ratio ? 2 : 0)
                .put("direction", "UP")
                .put("frequency", "MONTH");
        ArrayNode reportedBy = definition.putArray("reportedBy");
        levels.stream().sorted().forEach(level -> reportedBy.add(LEVELS.get(level)));
        return definition;
    }
}
