package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;

/** Ten years of fifty communes of a district of their own, month by month: what is on its way when a process is killed. */
final class KilledYears {

    static final int ROWS = 6_000;

    private static final int COMMUNES = 50;
    private static final YearMonth BEGIN = YearMonth.of(2015, 1);
    private static final int MONTHS = ROWS / COMMUNES;
    private static final String DISTRICT = "560";
    private static final String PROVINCE = "56";

    private final DemoStack demo;

    KilledYears(DemoStack demo) {
        this.demo = demo;
    }

    record Place(String unit, YearMonth month, int value) {}

    void prepare(String... indicators) {
        ObjectNode change = ApiJson.mapper()
                .createObjectNode()
                .put("kind", "ESTABLISH")
                .put("effectiveOn", BEGIN.atDay(1).toString());
        change.putObject("act")
                .put("number", "KILL-2")
                .put("issuer", "KillIT")
                .put("issuedOn", BEGIN.atDay(1).toString());
        ArrayNode begins = change.putArray("begins");
        unit(begins, PROVINCE, "tỉnh", "PROVINCE", "VN");
        unit(begins, DISTRICT, "huyện", "DISTRICT", PROVINCE);
        IntStream.rangeClosed(1, COMMUNES).forEach(i -> unit(begins, commune(i), "xã", "COMMUNE", DISTRICT));
        required(demo.steward(Service.DIRECTORY).post("/v1/unit-changes", change));
        for (String code : indicators) {
            required(demo.steward(Service.INDICATOR).put("/v1/indicators/" + code, definition(code)));
        }
    }

    private static void unit(ArrayNode begins, String code, String type, String level, String parent) {
        begins.addObject()
                .put("code", code)
                .put("name", "Dở Dang " + code)
                .put("fullName", type + " Dở Dang " + code)
                .put("type", type)
                .put("level", level)
                .put("parentCode", parent);
    }

    private static JsonNode definition(String code) {
        ObjectNode definition = ApiJson.mapper().createObjectNode();
        definition.putObject("names").put("vi", "Dở dang " + code).put("en", "On its way " + code);
        definition
                .put("pillar", "FOUNDATION")
                .put("kind", "COUNT")
                .put("nature", "FLOW")
                .put("unitOfMeasure", "hồ sơ")
                .put("decimals", 0)
                .put("direction", "UP")
                .put("frequency", "MONTH");
        definition.putArray("reportedBy").add("COMMUNE");
        return definition;
    }

    private static void required(Reply reply) {
        assertThat(reply.isSuccess()).as(reply.problem()).isTrue();
    }

    private static String commune(int number) {
        return Integer.toString(56_000 + number);
    }

    Place first() {
        return place(0);
    }

    /** Beyond the rows that are sent together. */
    Place latest() {
        return place(ROWS - 1);
    }

    private static Place place(int row) {
        int commune = row / MONTHS + 1;
        int month = row % MONTHS;
        return new Place(commune(commune), BEGIN.plusMonths(month), 100 + commune + month % 12);
    }

    private static ObjectNode item(String indicator, Place place) {
        return ApiJson.mapper()
                .createObjectNode()
                .put("indicator", indicator)
                .put("unit", place.unit())
                .put("period", place.month().toString())
                .put("scope", "OWN")
                .put("value", place.value());
    }

    JsonNode items(String indicator, int rows) {
        ObjectNode body = ApiJson.mapper().createObjectNode();
        ArrayNode items = body.putArray("items");
        IntStream.range(0, rows).forEach(row -> items.add(item(indicator, place(row))));
        return body;
    }

    JsonNode late(String indicator) {
        ObjectNode body = ApiJson.mapper().createObjectNode();
        body.putArray("items").add(item(indicator, latest()));
        return body;
    }

    String lines(String indicator, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> item(indicator, place(row)) + "\n")
                .collect(Collectors.joining());
    }

    String csv(String indicator) {
        return IntStream.range(0, ROWS)
                .mapToObj(KilledYears::place)
                .map(place -> indicator + "," + place.unit() + "," + place.month() + ",OWN," + place.value() + "\n")
                .collect(Collectors.joining("", "indicator,unit,period,scope,value\n", ""));
    }

    JsonNode stored(String indicator, Place place) {
        return demo.steward(Service.INDICATOR)
                .get("/v1/measurements?indicator=" + indicator + "&unit=" + place.unit() + "&period=" + place.month())
                .json()
                .path("items");
    }

    /** Of all that stands. */
    List<Integer> revisions(String indicator) {
        return demo.measurements("&indicator=" + indicator).stream()
                .map(item -> item.path("revision").asInt())
                .toList();
    }

    /** Every month of district and province is what was sent, once. */
    void assertRollups(String sequence, String... indicators) {
        for (int month = 0; month < MONTHS; month++) {
            YearMonth period = BEGIN.plusMonths(month);
            StringBuilder path = new StringBuilder("/v1/rollups?unit=" + DISTRICT + "&unit=" + PROVINCE + "&period="
                    + period + "&minSequence=" + ApiClient.encoded(sequence));
            for (String indicator : indicators) {
                path.append("&indicator=").append(indicator);
            }
            JsonNode items =
                    demo.anybody(Service.REPORTING).get(path.toString()).json().path("items");
            assertThat(items).as(path.toString()).hasSize(2 * indicators.length);
            int sum = IntStream.range(0, ROWS)
                    .mapToObj(KilledYears::place)
                    .filter(place -> place.month().equals(period))
                    .mapToInt(Place::value)
                    .sum();
            for (JsonNode rollup : items) {
                assertThat(rollup.path("value").asInt()).as(rollup.toString()).isEqualTo(sum);
                assertThat(rollup.path("coverage").path("counted").asInt()).isEqualTo(COMMUNES);
            }
        }
    }
}
