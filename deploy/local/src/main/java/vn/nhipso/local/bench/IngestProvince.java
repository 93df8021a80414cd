package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** A province of ten districts under codes that no real unit bears, with indicators that only this run reports. */
final class IngestProvince {

    static final String PROVINCE = "97";
    private static final int FIRST_COMMUNE = 97_000;
    private static final int DISTRICTS = 10;
    private static final String BEGIN = "2010-01-01";

    private final ApiClient directory;
    private final ApiClient indicator;
    private final IngestSize size;
    private final String run;

    /** @param run distinguishes the indicators of this run, so that its first values are new */
    IngestProvince(ApiClient directory, ApiClient indicator, IngestSize size, String run) {
        this.directory = directory;
        this.indicator = indicator;
        this.size = size;
        this.run = run;
    }

    List<String> communes() {
        return IntStream.rangeClosed(1, size.units())
                .mapToObj(i -> Integer.toString(FIRST_COMMUNE + i))
                .toList();
    }

    List<String> indicators() {
        return IntStream.rangeClosed(1, size.indicators())
                .mapToObj(i -> String.format(Locale.ROOT, "BENCH-%s-%03d", run, i))
                .toList();
    }

    /**
     * The rows of a year: month by month each commune its indicators, as reports come.
     *
     * @param version another one has another number in every row
     */
    List<IngestRow> year(int year, int version) {
        List<IngestRow> rows = new ArrayList<>(size.rows());
        List<String> communes = communes();
        List<String> indicators = indicators();
        for (int month = 1; month <= size.periods(); month++) {
            String period = IngestRow.month(year, month);
            for (String commune : communes) {
                for (String code : indicators) {
                    rows.add(new IngestRow(code, commune, period, (rows.size() * 31 + version * 7) % 9_000, 10_000));
                }
            }
        }
        return rows;
    }

    /** Through the public APIs, what is not there yet. */
    void prepare() {
        if (directory.get("/v1/units/" + PROVINCE + "?validAt=" + BEGIN).status() == 404) {
            required(directory.post("/v1/unit-changes", establishing(true, communes())));
        } else {
            List<String> missing = communes().stream()
                    .filter(code -> directory
                                    .get("/v1/units/" + code + "?validAt=" + BEGIN)
                                    .status()
                            == 404)
                    .toList();
            if (!missing.isEmpty()) {
                required(directory.post("/v1/unit-changes", establishing(false, missing)));
            }
        }
        for (String code : indicators()) {
            required(indicator.put("/v1/indicators/" + code, definition(code)));
        }
    }

    private static void required(Reply reply) {
        if (!reply.isSuccess()) {
            throw new StackException("The benchmark cannot prepare its units and indicators: " + reply.problem());
        }
    }

    private static String district(String commune) {
        return PROVINCE + (Integer.parseInt(commune) % DISTRICTS);
    }

    private static JsonNode establishing(boolean province, List<String> communes) {
        ObjectNode change =
                ApiJson.mapper().createObjectNode().put("kind", "ESTABLISH").put("effectiveOn", BEGIN);
        change.putObject("act")
                .put("number", "BENCH-2-" + communes.getFirst() + "-" + communes.size())
                .put("issuer", "deploy/local/bench")
                .put("issuedOn", BEGIN);
        ArrayNode begins = change.putArray("begins");
        if (province) {
            unit(begins, PROVINCE, "Thử Nạp", "tỉnh", "PROVINCE", "VN");
            IntStream.range(0, DISTRICTS)
                    .forEach(i -> unit(begins, PROVINCE + i, "Thử Nạp " + i, "huyện", "DISTRICT", PROVINCE));
        }
        communes.forEach(commune -> unit(begins, commune, "Thử Nạp " + commune, "xã", "COMMUNE", district(commune)));
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

    private static JsonNode definition(String code) {
        ObjectNode definition = ApiJson.mapper().createObjectNode();
        definition.putObject("names").put("vi", "Nạp thử " + code).put("en", "Ingest of the benchmark " + code);
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
