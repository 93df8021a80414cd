package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiJson;

/**
 * An indicator of the run.
 *
 * @param levels that have a part of their own: 1 province, 2 district, 3 commune
 * @param weight of a SHARE: the COUNT that weighs it
 */
record Measure(
        String code,
        Kind kind,
        boolean flow,
        Set<Integer> levels,
        @Nullable String weight) {

    /** DESIGN 5. */
    enum Kind {
        RATIO,
        COUNT,
        SHARE,
        /** A SHARE that is no percentage. */
        SCORE,
        FLAG;

        boolean isShare() {
            return this == SHARE || this == SCORE;
        }

        boolean isInPercent() {
            return this != COUNT && this != SCORE;
        }

        /** Whether a period is made of the periods inside it. */
        boolean isAddedOverTime() {
            return this == RATIO || this == COUNT;
        }
    }

    private static final List<String> LEVELS = List.of("", "PROVINCE", "DISTRICT", "COMMUNE");

    static List<Measure> all(String prefix) {
        return List.of(
                new Measure(prefix + "-1", Kind.RATIO, true, Set.of(2, 3), null),
                new Measure(prefix + "-2", Kind.RATIO, true, Set.of(3), null),
                new Measure(prefix + "-3", Kind.RATIO, false, Set.of(1, 2, 3), null),
                new Measure(prefix + "-4", Kind.COUNT, true, Set.of(1, 2, 3), null),
                new Measure(prefix + "-5", Kind.COUNT, false, Set.of(3), null),
                new Measure(prefix + "-6", Kind.COUNT, true, Set.of(2, 3), null),
                new Measure(prefix + "-7", Kind.SHARE, false, Set.of(3), prefix + "-5"),
                new Measure(prefix + "-8", Kind.SCORE, true, Set.of(2, 3), prefix + "-6"),
                new Measure(prefix + "-9", Kind.FLAG, false, Set.of(2, 3), null));
    }

    /** For a query. */
    static String filter(List<Measure> measures) {
        return measures.stream().map(measure -> "&indicator=" + measure.code()).collect(Collectors.joining());
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
                .put("kind", kind == Kind.SCORE ? "SHARE" : kind.name())
                .put("nature", flow ? "FLOW" : "STOCK")
                .put("unitOfMeasure", kind.isInPercent() ? "%" : "hồ sơ")
                .put("decimals", kind == Kind.COUNT || kind == Kind.FLAG ? 0 : 2)
                .put("direction", "UP")
                .put("frequency", "MONTH");
        if (weight != null) {
            definition.put("weight", weight);
        }
        ArrayNode reportedBy = definition.putArray("reportedBy");
        levels.stream().sorted().forEach(level -> reportedBy.add(LEVELS.get(level)));
        return definition;
    }
}
