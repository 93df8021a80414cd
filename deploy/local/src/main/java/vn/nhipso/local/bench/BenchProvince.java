package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** A province of 12 districts with 12 communes each, under codes that no real unit bears, with indicators of its own. */
final class BenchProvince {

    static final String PROVINCE = "99";
    static final String PROBE = "BENCH-PROBE";

    private static final int INDICATORS = 20;
    private static final int DISTRICTS = 12;
    private static final int COMMUNES = 144;
    /** Three communes at a time became one, the districts ended, and the last of the new ones came to another province. */
    static final String REORGANISED = "2025-07-01";

    private static final String NEIGHBOUR = "98";
    private static final int FIRST_MERGED = 98_201;
    private static final int MERGED = COMMUNES / 3;
    private static final String BEGIN = "2016-01-01";

    private final ApiClient directory;
    private final ApiClient indicator;

    BenchProvince(ApiClient directory, ApiClient indicator) {
        this.directory = directory;
        this.indicator = indicator;
    }

    static List<String> communes() {
        return IntStream.rangeClosed(1, COMMUNES)
                .mapToObj(i -> Integer.toString(98_000 + i))
                .toList();
    }

    static List<String> indicators() {
        return IntStream.rangeClosed(1, INDICATORS)
                .mapToObj(i -> String.format(Locale.ROOT, "BENCH-%02d", i))
                .toList();
    }

    static String district(String commune) {
        return Integer.toString(981 + (Integer.parseInt(commune) - 98_001) % DISTRICTS);
    }

    /** Creates what is not there yet; gives the token after which the new units are known everywhere. */
    Optional<String> prepare() {
        Optional<String> sequence = Optional.empty();
        if (directory.get("/v1/units/" + PROVINCE + "?validAt=" + BEGIN).status() == 404) {
            Reply reply = required(directory.post("/v1/unit-changes", establishing()));
            sequence = reply.sequence();
        }
        if (directory.get("/v1/units/" + NEIGHBOUR + "?validAt=" + REORGANISED).status() == 404) {
            sequence = required(directory.post("/v1/unit-changes", merging())).sequence();
        }
        for (String code : indicators()) {
            required(indicator.put(
                    "/v1/indicators/" + code, definition("Tải thử " + code, "Load of the benchmark " + code)));
        }
        required(indicator.put("/v1/indicators/" + PROBE, definition("Dò thử", "Probe of the benchmark")));
        return sequence;
    }

    private static Reply required(Reply reply) {
        if (!reply.isSuccess()) {
            throw new StackException("The benchmark cannot prepare its units and indicators: " + reply.problem());
        }
        return reply;
    }

    private static JsonNode establishing() {
        ObjectNode change =
                ApiJson.mapper().createObjectNode().put("kind", "ESTABLISH").put("effectiveOn", BEGIN);
        change.putObject("act")
                .put("number", "BENCH-1")
                .put("issuer", "deploy/local/bench")
                .put("issuedOn", BEGIN);
        ArrayNode begins = change.putArray("begins");
        unit(begins, PROVINCE, "Thử Tải", "tỉnh", "PROVINCE", "VN");
        IntStream.range(0, DISTRICTS)
                .forEach(i ->
                        unit(begins, Integer.toString(981 + i), "Thử Tải " + (i + 1), "huyện", "DISTRICT", PROVINCE));
        communes().forEach(commune -> unit(begins, commune, "Thử Tải " + commune, "xã", "COMMUNE", district(commune)));
        return change;
    }

    private static JsonNode merging() {
        ObjectNode change =
                ApiJson.mapper().createObjectNode().put("kind", "MERGE").put("effectiveOn", REORGANISED);
        change.putObject("act")
                .put("number", "BENCH-2")
                .put("issuer", "deploy/local/bench")
                .put("issuedOn", REORGANISED);
        ArrayNode ends = change.putArray("ends");
        IntStream.range(0, DISTRICTS).forEach(i -> ends.add(Integer.toString(981 + i)));
        communes().forEach(ends::add);
        ArrayNode begins = change.putArray("begins");
        unit(begins, NEIGHBOUR, "Thử Tải Bên", "tỉnh", "PROVINCE", "VN");
        IntStream.range(0, MERGED).forEach(i -> {
            String code = Integer.toString(FIRST_MERGED + i);
            unit(begins, code, "Thử Tải " + code, "xã", "COMMUNE", i == MERGED - 1 ? NEIGHBOUR : PROVINCE);
        });
        ArrayNode lineage = change.putArray("lineage");
        for (int i = 0; i < COMMUNES; i++) {
            lineage.addObject()
                    .put("from", communes().get(i))
                    .put("to", Integer.toString(FIRST_MERGED + i / 3))
                    .put("area", "WHOLE")
                    .put("population", "WHOLE");
        }
        return change;
    }

    private static void unit(ArrayNode begins, String code, String name, String type, String level, String parent) {
        begins.addObject()
                .put("code", code)
                .put("name", name)
                .put("fullName", type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + " " + name)
                .put("type", type)
                .put("level", level)
                .put("parentCode", parent);
    }

    private static JsonNode definition(String vi, String en) {
        ObjectNode definition = ApiJson.mapper().createObjectNode();
        definition.putObject("names").put("vi", vi).put("en", en);
        definition
                .put("pillar", "FOUNDATION")
                .put("kind", "RATIO")
                .put("nature", "FLOW")
                .put("unitOfMeasure", "%");
        definition.put("decimals", 2).put("direction", "UP").put("frequency", "MONTH");
        definition.putArray("reportedBy").add("COMMUNE");
        return definition;
    }
}
