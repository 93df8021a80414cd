package vn.nhipso.indicator;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.TestTokens;

/** The units and indicators that the tests speak of, made as the directory and a steward would make them. */
public final class Province {

    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final AtomicBoolean MADE = new AtomicBoolean();

    private Province() {}

    /** Đồng Tháp and Hậu Giang to 30 June 2025, and the commune that bears an old code since. */
    public static void exists() {
        if (MADE.compareAndSet(false, true)) {
            KafkaProbe.createTopics(Topics.DIRECTORY_HIERARCHY);
            change(
                    unit("87", "PROVINCE", "VN", "2021-01-01", "2025-07-01"),
                    unit("93", "PROVINCE", "VN", "2021-01-01", "2025-07-01"),
                    unit("92", "PROVINCE", "VN", "2021-01-01", null),
                    unit("870", "DISTRICT", "87", "2021-01-01", "2025-07-01"),
                    unit("871", "DISTRICT", "87", "2021-01-01", "2025-07-01"),
                    unit("934", "DISTRICT", "93", "2021-01-01", "2025-07-01"),
                    unit("38", "PROVINCE", "VN", "2021-01-01", null),
                    unit("396", "DISTRICT", "38", "2021-01-01", "2025-07-01"),
                    unit("15655", "COMMUNE", "396", "2021-01-01", "2025-07-01"),
                    unit("29956", "COMMUNE", "870", "2021-01-01", "2025-07-01"),
                    unit("31408", "COMMUNE", "934", "2021-01-01", "2025-07-01"),
                    "{\"code\":\"31420\",\"revision\":1,\"changeId\":\"%s\",\"recordedAt\":\"2026-01-01T00:00:00Z\",\"versions\":["
                            + version("COMMUNE", "934", "2021-01-01", "2025-07-01") + ","
                            + version("COMMUNE", "92", "2025-07-01", null) + "]}");
            indicators();
        }
    }

    /** Sends a change of the directory: unit events, then its marker. */
    public static void change(String... units) {
        String changeId = UUID.randomUUID().toString();
        List<KafkaProbe.Sent> events = new ArrayList<>();
        for (String unit : units) {
            String json = unit.formatted(changeId);
            String code = json.replaceFirst("^\\{\"code\":\"([^\"]+)\".*", "$1");
            events.add(event(code, "vn.nhipso.unit.changed.v1", json));
        }
        String marker = """
                {"changeId":"%s","revision":1,"kind":"ESTABLISH","act":{"number":"1"},"effectiveOn":"2021-01-01",
                 "recordedAt":"2026-01-01T00:00:00Z","units":%d,"edges":0}""".formatted(changeId, units.length);
        events.add(event(changeId, "vn.nhipso.hierarchy.changed.v1", marker));
        KafkaProbe.send(Topics.DIRECTORY_HIERARCHY, 0, events);
        awaitUpTo(SEQUENCE.get());
    }

    private static KafkaProbe.Sent event(String key, String type, String json) {
        return new KafkaProbe.Sent(key, type, SEQUENCE.incrementAndGet(), json);
    }

    /** Any request that waits for a sequence does. */
    private static void awaitUpTo(long sequence) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sendAs(
                                        TestTokens.steward(),
                                        "?dryRun=true&minSequence=directory:" + sequence,
                                        item("NONE", "VN", "2021", "OWN", ""))
                                .statusCode()
                        != 503);
    }

    /** The event of a code with one version; the change's id is put in by {@link #change}. */
    public static String unit(String code, String level, String parent, String from, String to) {
        return "{\"code\":\"" + code
                + "\",\"revision\":1,\"changeId\":\"%s\",\"recordedAt\":\"2026-01-01T00:00:00Z\",\"versions\":["
                + version(level, parent, from, to) + "]}";
    }

    private static String version(String level, String parent, String from, String to) {
        return "{\"name\":\"X\",\"fullName\":\"Xã X\",\"type\":\"xã\",\"level\":\"" + level + "\",\"parentCode\":\""
                + parent + "\",\"validFrom\":\"" + from + "\"" + (to == null ? "" : ",\"validTo\":\"" + to + "\"")
                + "}";
    }

    private static void indicators() {
        define("DG01", "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
        define("DG02", "RATIO", "STOCK", "QUARTER", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
        define("DG04", "RATIO", "STOCK", "QUARTER", "\"PROVINCE\"", "");
        define("DG05", "RATIO", "STOCK", "QUARTER", "\"PROVINCE\"", "");
        define("DG08", "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
        define("DG24", "FLAG", "STOCK", "QUARTER", "\"PROVINCE\"", "");
        define("DE01", "RATIO", "FLOW", "YEAR", "\"PROVINCE\"", "");
        define("DE03", "RATIO", "STOCK", "QUARTER", "\"DISTRICT\"", "");
        define("DE05", "RATIO", "STOCK", "QUARTER", "\"COMMUNE\"", "");
        define("DI07", "RATIO", "STOCK", "HALF", "\"COMMUNE\"", "");
        define("DI12", "SHARE", "STOCK", "YEAR", "\"PROVINCE\",\"COMMUNE\"", "\"unitOfMeasure\":\"Mb/s\",");
        define("DS09", "RATIO", "STOCK", "HALF", "\"COMMUNE\"", "");
        define("DS13", "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
        define("DT01", "COUNT", "STOCK", "QUARTER", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
        define("DT05", "RATIO", "STOCK", "YEAR", "\"PROVINCE\",\"COMMUNE\"", "\"above100\":true,");
    }

    public static void define(String code, String kind, String nature, String frequency, String levels, String more) {
        put(code, definition(kind, nature, frequency, levels, more))
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    /** The body of a definition. */
    public static String definition(String kind, String nature, String frequency, String levels, String more) {
        String unit = more.contains("unitOfMeasure") ? "" : "\"unitOfMeasure\":\"%\",";
        return "{\"names\":{\"vi\":\"Chỉ tiêu hồ sơ\",\"en\":\"Indicator\"},\"pillar\":\"GOVERNMENT\",\"kind\":\""
                + kind
                + "\",\"nature\":\"" + nature + "\"," + unit + more
                + "\"decimals\":2,\"direction\":\"UP\",\"reportedBy\":[" + levels + "],\"frequency\":\"" + frequency
                + "\"}";
    }

    public static Response put(String code, String body) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/indicators/" + code);
    }

    /** Sends items as a steward. */
    public static Response send(String... items) {
        return sendAs(TestTokens.steward(), "", items);
    }

    public static Response sendAs(String token, String query, String... items) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(batch(items))
                .post("/v1/measurement-batches" + query);
    }

    public static String batch(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    /** An item with what it says as further JSON fields. */
    public static String item(String indicator, String unit, String period, String scope, String says) {
        return "{\"indicator\":\"" + indicator + "\",\"unit\":\"" + unit + "\",\"period\":\"" + period
                + "\",\"scope\":\"" + scope + "\"" + (says.isEmpty() ? "" : "," + says) + "}";
    }

    /** What stands, as anybody may read it. */
    public static Response read(String query) {
        return given().get("/v1/measurements?" + query);
    }

    /** Some number of communes below a district of their own, for tests that need many keys. */
    public static List<String> communes(String district, int count) {
        List<String> codes = new ArrayList<>();
        List<String> units = new ArrayList<>(List.of(unit(district, "DISTRICT", "87", "2021-01-01", "2025-07-01")));
        for (int number = 0; number < count; number++) {
            String code = district + "-" + number;
            codes.add(code);
            units.add(unit(code, "COMMUNE", district, "2021-01-01", "2025-07-01"));
        }
        change(units.toArray(String[]::new));
        return codes;
    }
}
