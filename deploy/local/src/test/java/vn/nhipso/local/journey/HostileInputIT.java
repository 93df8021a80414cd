package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;

/** Callers who send what they should not: each gets a problem with a stable code, nobody a 5xx, and nothing is half done. */
class HostileInputIT {

    private static final String BATCHES = "/v1/measurement-batches";
    private static final String GOOD =
            "{\"items\":[{\"indicator\":\"DG01\",\"unit\":\"870\",\"period\":\"2023-01\",\"scope\":\"OWN\",\"numerator\":1,\"denominator\":2}]}";

    private final DemoStack demo = DemoStack.get();
    private final ApiClient indicator = demo.steward(Service.INDICATOR);

    private record Hostile(String name, Service service, HttpRequest request, int... statuses) {}

    @Test
    void sameBatchAgainShouldChangeNothing() {
        JsonNode batch = new Batch()
                .counts("DG01", "870", "2023-02", "OWN", 3, 4)
                .value("DE13", "870", "2023-02", "WHOLE", "16.0")
                .json();
        Reply first = indicator.post(BATCHES, batch);
        assertThat(first.status()).as(first.problem()).isEqualTo(201);
        Reply again = indicator.post(BATCHES, batch);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("accepted").asInt()).isZero();
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void oneBadRowShouldLeaveNothingOfAnAtomicBatch() {
        Batch batch = new Batch();
        for (int month = 1; month <= 6; month++) {
            batch.counts("DG01", "871", "2023-0" + month, "OWN", month == 4 ? 50 : 1, 10);
        }
        Reply reply = indicator.post(BATCHES, batch.json());
        assertThat(reply.status()).isEqualTo(422);
        assertThat(rows(reply)).containsExactly(3);
        for (int month = 1; month <= 6; month++) {
            assertThat(stored("DG01", "871", "2023-0" + month)).isEmpty();
        }
    }

    @Test
    void ruleOfTheDomainShouldAnswer422WithTheRowAndACodeOfItsOwn() {
        List<String> codes = new ArrayList<>();
        codes.add(rejected(new Batch().counts("DG01", "870", "2023-01", "OWN", 11, 10)));
        codes.add(rejected(new Batch().counts("DG01", "99999", "2023-01", "OWN", 1, 10)));
        codes.add(rejected(new Batch().counts("NO-SUCH", "870", "2023-01", "OWN", 1, 10)));
        codes.add(rejected(new Batch().counts("DG01", "870", "2099-01", "OWN", 1, 10)));
        codes.add(rejected(new Batch().counts("DG01", "870", "2023-01", "OWN", -1, 10)));
        codes.add(rejected(new Batch().value("DG01", "870", "2023-01", "OWN", "100.01")));
        assertThat(codes).doesNotHaveDuplicates().noneMatch(String::isEmpty);
        // Lived, but no longer on that day: as unknown as one that never lived.
        rejected(new Batch().counts("DG01", "870", "2025-08", "OWN", 1, 10));
        assertThat(stored("DG01", "870", "2023-01")).isEmpty();
    }

    @Test
    void bodyOfFiftyMegabytesShouldBeRefusedBeforeItIsRead() {
        byte[] huge = new byte[50_000_000];
        Arrays.fill(huge, (byte) ' ');
        for (Service service : List.of(Service.INDICATOR, Service.DIRECTORY)) {
            String path = service == Service.INDICATOR ? BATCHES : "/v1/unit-changes";
            Reply reply = demo.steward(service)
                    .once(demo.steward(service)
                            .request(path)
                            .header("Content-Type", "application/json")
                            .expectContinue(true)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(huge))
                            .build());
            assertProblem(reply, 413);
        }
    }

    @Test
    void writingShouldNeedATokenARoleAndTheSubtree() {
        JsonNode batch =
                new Batch().counts("DG01", "870", "2023-01", "OWN", 1, 2).json();
        assertProblem(demo.anybody(Service.INDICATOR).post(BATCHES, batch), 401);
        assertProblem(demo.as(Service.INDICATOR, "op", "VN", "operator").post(BATCHES, batch), 403);
        assertProblem(demo.as(Service.INDICATOR, "anh", "871", "reporter").post(BATCHES, batch), 403);
        assertProblem(
                demo.as(Service.DIRECTORY, "anh", "VN", "reporter")
                        .post("/v1/unit-changes", ((ObjectNode) new Batch().json()).removeAll()),
                403);
        assertThat(stored("DG01", "870", "2023-01")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> hostileRequestShouldBeAProblemAndNeverAServerError() {
        return requests().stream()
                .map(hostile -> dynamicTest(
                        hostile.name(),
                        () -> assertProblem(
                                demo.steward(hostile.service()).once(hostile.request()), hostile.statuses())));
    }

    private List<Hostile> requests() {
        List<Hostile> all = new ArrayList<>();
        all.add(batch("malformed JSON", "{\"items\":[", 400));
        all.add(batch("no body at all", "", 400));
        all.add(batch("null", "null", 400, 422));
        all.add(batch("an array", "[]", 400, 422));
        all.add(batch("no items", "{}", 400, 422));
        all.add(batch("items that are none", "{\"items\":7}", 400, 422));
        all.add(batch("a null item", "{\"items\":[null]}", 400, 422));
        all.add(batch("an unknown field in a row", GOOD.replace("\"scope\"", "\"colour\":1,\"scope\""), 422));
        all.add(batch("an unknown field beside the rows", GOOD.replaceFirst("\\{", "{\"colour\":1,"), 400, 422));
        all.add(batch("a string for a number", GOOD.replace("\"numerator\":1", "\"numerator\":\"one\""), 422));
        all.add(batch(
                "a number that no memory holds",
                GOOD.replace("\"numerator\":1", "\"numerator\":1e999999999"),
                400,
                422));
        all.add(batch(
                "a number of a thousand digits",
                GOOD.replace("\"numerator\":1", "\"numerator\":" + "9".repeat(1000)),
                400,
                422));
        all.add(batch("not a number", GOOD.replace("\"numerator\":1", "\"numerator\":NaN"), 400, 422));
        all.add(batch("a period that is none", GOOD.replace("2023-01", "2023-13"), 422));
        all.add(batch("a scope that is none", GOOD.replace("OWN", "HALF"), 422));
        all.add(batch("a zero byte", GOOD.replace("DG01", "DG\\u0000"), 422));
        all.add(batch("a zero byte in a note", GOOD.replace("\"scope\"", "\"note\":\"a\\u0000b\",\"scope\""), 422));
        all.add(batch("half a surrogate pair", GOOD.replace("\"scope\"", "\"note\":\"\\ud800\",\"scope\""), 400, 422));
        all.add(batch("a name of a hundred thousand letters", GOOD.replace("DG01", "D".repeat(100_000)), 422));
        all.add(batch("nesting of ten thousand levels", "[".repeat(10_000), 400));
        all.add(batch("an unknown mode", "?mode=MAYBE", GOOD, 400));
        all.add(batch("an unknown parameter", "?colour=red", GOOD, 400));
        all.add(batch("a sequence that is none", "?minSequence=%27--", GOOD, 400));
        all.add(new Hostile(
                "bytes that are no UTF-8",
                Service.INDICATOR,
                raw(BATCHES, "application/json", new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'}),
                400));
        all.add(new Hostile(
                "a wrong media type",
                Service.INDICATOR,
                raw(BATCHES, "text/plain", GOOD.getBytes(StandardCharsets.UTF_8)),
                415));
        all.add(new Hostile(
                "a media type that is none",
                Service.INDICATOR,
                raw(BATCHES, "nonsense", GOOD.getBytes(StandardCharsets.UTF_8)),
                400,
                415));
        all.add(get("an unknown place", Service.INDICATOR, "/v1/no-such-thing", 404));
        all.add(get("a page size of a million", Service.INDICATOR, "/v1/measurements?pageSize=1000000", 400));
        all.add(get("a cursor that is none", Service.INDICATOR, "/v1/measurements?cursor=%00%ff", 400));
        all.add(get("a period that is none", Service.INDICATOR, "/v1/measurements?period=yesterday", 400));
        all.add(get("a date that is none", Service.DIRECTORY, "/v1/units/870?validAt=2024-02-30", 400));
        all.add(get("a unit that never lived", Service.DIRECTORY, "/v1/units/99999?validAt=2024-01-01", 404));
        all.add(get("a zero byte in a path", Service.DIRECTORY, "/v1/units/%00?validAt=2024-01-01", 400, 404));
        all.add(get("a quote in a search", Service.DIRECTORY, "/v1/units?parent=%27%20OR%201%3D1%20--", 200, 400, 404));
        all.add(get("rollups of nothing", Service.REPORTING, "/v1/rollups", 400));
        all.add(get("a rollup without its period", Service.REPORTING, "/v1/rollups?indicator=DG01&unit=870", 400));
        all.add(get(
                "a rollup of a period that is none",
                Service.REPORTING,
                "/v1/rollups?indicator=DG01&unit=870&period=2022-H3",
                400));
        all.add(get(
                "a rollup of an unknown indicator",
                Service.REPORTING,
                "/v1/rollups?indicator=NO-SUCH&unit=870&period=2022-H1",
                404));
        all.add(get(
                "a rollup of a unit that is no more",
                Service.REPORTING,
                "/v1/rollups?indicator=DG01&unit=870&period=2025-08",
                404));
        all.add(get(
                "an unknown parameter of a report",
                Service.REPORTING,
                "/v1/rollups?indicator=DG01&unit=870&period=2022-H1&colour=red",
                400));
        all.add(get("a scoreboard of nowhere", Service.REPORTING, "/v1/scoreboards/99999?period=2022-H1", 404));
        all.add(new Hostile(
                "a method that is not allowed",
                Service.REPORTING,
                demo.steward(Service.REPORTING).request("/v1/rollups").DELETE().build(),
                405));
        return all;
    }

    private Hostile batch(String name, String body, int... statuses) {
        return batch(name, "", body, statuses);
    }

    private Hostile batch(String name, String query, String body, int... statuses) {
        HttpRequest request = raw(BATCHES + query, "application/json", body.getBytes(StandardCharsets.UTF_8));
        return new Hostile(name, Service.INDICATOR, request, statuses);
    }

    private HttpRequest raw(String path, String mediaType, byte[] body) {
        return indicator
                .request(path)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Hostile get(String name, Service service, String path, int... statuses) {
        return new Hostile(
                name, service, demo.steward(service).request(path).GET().build(), statuses);
    }

    /** Rejects a batch of one row and gives the code of that row. */
    private String rejected(Batch batch) {
        Reply reply = indicator.post(BATCHES, batch.json());
        assertProblem(reply, 422);
        assertThat(rows(reply)).containsExactly(0);
        return reply.json().path("errors").path(0).path("code").asText();
    }

    private static List<Integer> rows(Reply reply) {
        return reply.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("row").asInt(-1))
                .distinct()
                .toList();
    }

    private JsonNode stored(String of, String unit, String period) {
        return indicator
                .get("/v1/measurements?indicator=" + of + "&unit=" + unit + "&period=" + period)
                .json()
                .path("items");
    }

    private static void assertProblem(Reply reply, int... statuses) {
        assertThat(statuses).as(reply.status() + " " + reply.body()).contains(reply.status());
        if (reply.status() >= 400) {
            assertThat(reply.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
            assertThat(reply.code()).matches("[A-Z][A-Z0-9_]+");
            assertThat(reply.json().path("title").asText()).isNotEmpty();
            assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
            assertThat(reply.body())
                    .doesNotContain("Exception")
                    .doesNotContain("vn.nhipso")
                    .doesNotContain("\tat ");
        }
    }
}
