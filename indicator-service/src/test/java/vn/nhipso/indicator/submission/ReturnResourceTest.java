package vn.nhipso.indicator.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.indicator.submission.Reports.COMMUNE;
import static vn.nhipso.indicator.submission.Reports.OTHER_COMMUNE;
import static vn.nhipso.indicator.submission.Reports.act;
import static vn.nhipso.indicator.submission.Reports.approver;
import static vn.nhipso.indicator.submission.Reports.as;
import static vn.nhipso.indicator.submission.Reports.create;
import static vn.nhipso.indicator.submission.Reports.idOf;
import static vn.nhipso.indicator.submission.Reports.report;
import static vn.nhipso.indicator.submission.Reports.reporter;
import static vn.nhipso.indicator.submission.Reports.submitted;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** The way of a report from its first value to its publication, and who may go it. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ReturnResourceTest {

    @BeforeEach
    void units() {
        Reports.exist();
    }

    private static Response published(String unit, String period) {
        return Province.read("indicator=RT01&unit=" + unit + "&period=" + period);
    }

    @Test
    void firstValueOfAReporterShouldBeginAReturnAndItsApprovalPublishIt() {
        report(COMMUNE, "2024-Q1", "\"value\":10").then().statusCode(201);
        String id = idOf(COMMUNE, "2024-Q1");
        Reports.read(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("level", equalTo("COMMUNE"))
                .body("dueOn", equalTo("2024-04-10"))
                .body("late", equalTo(true))
                .body("progress.waiting", equalTo(1))
                .body("progress.missing", hasItem("RT02"))
                .body("progress.missing", not(hasItem("RT01")))
                .body("history.what", contains("CREATED"));
        published(COMMUNE, "2024-Q1").then().body("items", empty());
        String before = as(reporter())
                .get("/v1/measurements?indicator=RT01&unit=" + COMMUNE + "&period=2024-Q1")
                .path("items[0].recordedAt");

        act(reporter(), id, "submission", "").then().statusCode(200).body("status", equalTo("SUBMITTED"));
        act(approver(), id, "approval", "Đã đối chiếu")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("progress.waiting", equalTo(0))
                .body("submittedBy", equalTo("reporter-62001"))
                .body("history.what", contains("CREATED", "SUBMITTED", "APPROVED"))
                .body("history[2].by", equalTo("approver-62"))
                .body("history[2].remark", equalTo("Đã đối chiếu"))
                .body("sequence", startsWith("indicator:"));

        published(COMMUNE, "2024-Q1")
                .then()
                .body("items[0].value", equalTo(10))
                .body("items[0].published", equalTo(true))
                .body("items[0].revision", equalTo(2));
        Province.read("indicator=RT01&unit=" + COMMUNE + "&period=2024-Q1&asOf=" + before)
                .then()
                .body("items", empty());
        String measurement = published(COMMUNE, "2024-Q1").path("items[0].id");
        as(TestTokens.steward())
                .get("/v1/measurements/" + measurement + "/revisions")
                .then()
                .body("items.published", contains(false, true))
                .body("items[1].author", equalTo("approver-62"))
                .body("items[1].reason.code", equalTo("APPROVED"))
                .body("items[1].reason.text", equalTo(id));
    }

    @Test
    void submittedReturnShouldTakeNoMoreValuesUntilItIsSentBack() {
        String id = submitted(COMMUNE, "2024-Q2", "\"value\":10");

        report(COMMUNE, "2024-Q2", "\"value\":10").then().statusCode(200);
        report(COMMUNE, "2024-Q2", "\"value\":11")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("RETURN_LOCKED"))
                .body("errors[0].pointer", equalTo("/items/0/unit"));
        act(approver(), id, "rejection", "").then().statusCode(422).body("code", equalTo("REMARK_MISSING"));
        act(approver(), id, "rejection", "Thiếu nguồn")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("progress.waiting", equalTo(1));
        published(COMMUNE, "2024-Q2").then().body("items", empty());

        report(COMMUNE, "2024-Q2", "\"value\":11").then().statusCode(201);
        Reports.read(id).then().body("status", equalTo("DRAFT")).body("history[3].what", equalTo("RESUMED"));
        act(reporter(), id, "submission", "").then().statusCode(200);
        act(approver(), id, "approval", "").then().statusCode(200);
        published(COMMUNE, "2024-Q2").then().body("items[0].value", equalTo(11));
    }

    @Test
    void correctionAfterApprovalShouldReopenTheReturnAndLeaveTheOldValueUntilTheNextApproval() {
        String id = submitted(COMMUNE, "2024-Q3", "\"value\":10");
        act(approver(), id, "approval", "").then().statusCode(200);

        report(COMMUNE, "2024-Q3", "\"value\":12")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("REASON_MISSING"));
        Reports.read(id).then().body("status", equalTo("APPROVED"));
        report(COMMUNE, "2024-Q3", "\"value\":12,\"reason\":{\"code\":\"MISPRINT\"}")
                .then()
                .statusCode(201);
        Reports.read(id)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("approvedAt", nullValue())
                .body("history[3].what", equalTo("REOPENED"));
        published(COMMUNE, "2024-Q3").then().body("items[0].value", equalTo(10));
        as(approver())
                .get("/v1/returns/" + id + "/values")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].indicator", equalTo("RT01"))
                .body("items[0].waiting.value", equalTo(12))
                .body("items[0].waiting.author", equalTo("reporter-62001"))
                .body("items[0].waiting.reason.code", equalTo("MISPRINT"))
                .body("items[0].standing.value", equalTo(10));

        act(reporter(), id, "submission", "").then().statusCode(200);
        act(approver(), id, "rejection", "chưa rõ").then().statusCode(200);
        published(COMMUNE, "2024-Q3").then().body("items[0].value", equalTo(10));
        act(reporter(), id, "submission", "").then().statusCode(200);
        act(approver(), id, "approval", "").then().statusCode(200);
        published(COMMUNE, "2024-Q3").then().body("items[0].value", equalTo(12));
    }

    @Test
    void approvalShouldPublishAWithdrawalToo() {
        String id = submitted(OTHER_COMMUNE, "2024-Q3", "\"value\":10");
        act(approver(), id, "approval", "").then().statusCode(200);
        report(OTHER_COMMUNE, "2024-Q3", "\"withdrawn\":true,\"reason\":{\"code\":\"WRONG_UNIT\"}")
                .then()
                .statusCode(201);
        published(OTHER_COMMUNE, "2024-Q3").then().body("items", hasSize(1));
        Reports.read(id).then().body("progress.waiting", equalTo(1)).body("progress.missing", hasItem("RT01"));

        act(reporter(), id, "submission", "").then().statusCode(200);
        act(approver(), id, "approval", "").then().statusCode(200).body("progress.waiting", equalTo(0));
        published(OTHER_COMMUNE, "2024-Q3").then().body("items", empty());
    }

    @Test
    void nobodyShouldApproveWhatTheyEnteredOrSubmitted() {
        String both = TestTokens.token("both", "62001", "reporter", "approver");
        report(COMMUNE, "2023-Q1", "\"value\":1").then().statusCode(201);
        String id = idOf(COMMUNE, "2023-Q1");
        act(both, id, "submission", "").then().statusCode(200);
        act(both, id, "approval", "").then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        String entered = TestTokens.token("reporter-62001", "62001", "approver");
        act(entered, id, "approval", "").then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        published(COMMUNE, "2023-Q1").then().body("items", empty());

        act(approver(), id, "approval", "").then().statusCode(200);
        act(approver(), id, "approval", "").then().statusCode(409).body("code", equalTo("RETURN_STATE"));
    }

    @Test
    void rolesAndSubtreesShouldBeHeldTo() {
        String id = submitted(COMMUNE, "2023-Q2", "\"value\":1");
        String stranger = TestTokens.token("approver-93", "93", "approver");

        given().get("/v1/returns").then().statusCode(401);
        given().get("/v1/returns/" + id).then().statusCode(401);
        as(TestTokens.operator()).get("/v1/returns").then().statusCode(403);
        act(reporter(), id, "approval", "").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        act(stranger, id, "approval", "").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        as(stranger).get("/v1/returns/" + id).then().statusCode(403);
        as(stranger).get("/v1/returns/" + id + "/values").then().statusCode(403);
        as(stranger).get("/v1/returns?unit=" + COMMUNE).then().statusCode(200).body("items", empty());
        create(TestTokens.reporter("93"), COMMUNE, "2023-Q2").then().statusCode(403);
        create(TestTokens.reporter(OTHER_COMMUNE), COMMUNE, "2023-Q2").then().statusCode(403);
        as(reporter()).get("/v1/returns/none").then().statusCode(404).body("code", equalTo("RETURN_NOT_FOUND"));
    }

    @Test
    void returnShouldBeMadeByHandOnceAndOnlyOfAUnitAndPeriodThatThereAre() {
        String id = create(reporter(), OTHER_COMMUNE, "2023-YTD03")
                .then()
                .statusCode(201)
                .body("period", equalTo("2023-Q1"))
                .body("progress.filled", equalTo(0))
                .extract()
                .path("id");
        create(reporter(), OTHER_COMMUNE, "2023-Q1").then().statusCode(200).body("id", equalTo(id));
        create(TestTokens.steward(), "62999", "2023-Q1").then().statusCode(422).body("code", equalTo("UNIT_UNKNOWN"));
        create(TestTokens.steward(), COMMUNE, "2019-Q1").then().statusCode(422).body("code", equalTo("UNIT_NOT_ALIVE"));
        create(reporter(), COMMUNE, "2095-Q1").then().statusCode(422).body("code", equalTo("PERIOD_IN_FUTURE"));

        act(reporter(), id, "submission", "").then().statusCode(422).body("code", equalTo("RETURN_EMPTY"));
        act(reporter(), id, "submission", "Không phát sinh").then().statusCode(200);
        act(reporter(), id, "submission", "").then().statusCode(409).body("code", equalTo("RETURN_STATE"));
        act(reporter(), id, "reopening", "Gửi nhầm").then().statusCode(200).body("status", equalTo("DRAFT"));
    }

    @Test
    void whoApprovesWithAnETagShouldApproveWhatTheySaw() {
        String id = submitted(OTHER_COMMUNE, "2023-Q2", "\"value\":1");
        String seen = Reports.read(id).header("ETag");
        as(reporter())
                .header("If-None-Match", seen)
                .get("/v1/returns/" + id)
                .then()
                .statusCode(304);
        Province.sendAs(TestTokens.steward(), "", Province.item("RT02", OTHER_COMMUNE, "2023-Q2", "OWN", "\"value\":5"))
                .then()
                .statusCode(201);

        as(approver())
                .header("If-Match", seen)
                .body("{}")
                .post("/v1/returns/" + id + "/approval")
                .then()
                .statusCode(412)
                .body("code", equalTo("PRECONDITION_FAILED"));
        String now = Reports.read(id).header("ETag");
        assertThat(now).isNotEqualTo(seen);
        Map<String, String> headers = Map.of("If-Match", now, "Idempotency-Key", "approve-" + id);
        for (int time = 0; time < 2; time++) {
            as(approver())
                    .headers(headers)
                    .body("{}")
                    .post("/v1/returns/" + id + "/approval")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("APPROVED"));
        }
        as(approver())
                .body("{\"dueOn\":\"+200000-01-01\",\"remark\":\"x\"}")
                .post("/v1/returns/" + id + "/extension")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"));
        Reports.read(id).then().body("history.what", contains("CREATED", "SUBMITTED", "APPROVED"));
    }

    @Test
    void listShouldBeFilteredAndPaged() {
        for (String unit : List.of(COMMUNE, OTHER_COMMUNE, Reports.THIRD_COMMUNE)) {
            create(reporter(), unit, "2022-Q4").then().statusCode(201);
        }
        String in2022 = "/v1/returns?period=2022-Q4&within=62000";
        String next = as(reporter())
                .get(in2022 + "&pageSize=2")
                .then()
                .body("items.unit", contains(COMMUNE, OTHER_COMMUNE))
                .body("items[0].history", nullValue())
                .extract()
                .path("next");
        as(reporter())
                .get(in2022 + "&pageSize=2&cursor=" + next)
                .then()
                .body("items.unit", contains(Reports.THIRD_COMMUNE))
                .body("next", nullValue());
        as(TestTokens.reporter(COMMUNE)).get(in2022).then().body("items.unit", contains(COMMUNE));
        as(TestTokens.steward()).get(in2022 + "&status=SUBMITTED").then().body("items", empty());
        as(reporter()).get(in2022 + "&late=false").then().body("items", empty());

        String id = idOf(COMMUNE, "2022-Q4");
        as(approver())
                .body("{\"dueOn\":\"2999-01-01\",\"remark\":\"đang sắp xếp\"}")
                .post("/v1/returns/" + id + "/extension")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2999-01-01"))
                .body("late", equalTo(false));
        as(reporter()).get(in2022 + "&late=false").then().body("items.unit", contains(COMMUNE));
        as(reporter()).get(in2022 + "&late=true").then().body("items", hasSize(2));
        as(reporter()).get("/v1/returns?late=true").then().statusCode(200);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneShouldWin() throws Exception {
        String id = submitted(COMMUNE, "2023-Q3", "\"value\":1");
        List<Integer> answers = atOnce(List.of(
                () -> act(approver(), id, "approval", "").statusCode(),
                () -> act(TestTokens.steward(), id, "approval", "").statusCode(),
                () -> act(TestTokens.approver(), id, "rejection", "x").statusCode()));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void reportersWhoBeginAtOnceShouldShareOneReturn() throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (String indicator : List.of("RT01", "RT02")) {
            for (String scope : List.of("OWN", "CHILDREN", "WHOLE")) {
                String item = Province.item(indicator, Reports.DISTRICT, "2023-Q4", scope, "\"value\":7");
                writers.add(() -> Province.sendAs(reporter(), "", item).statusCode());
            }
        }
        assertThat(atOnce(writers)).containsOnly(201);

        Reports.read(idOf(Reports.DISTRICT, "2023-Q4"))
                .then()
                .body("progress.waiting", equalTo(6))
                .body("history.what", contains("CREATED"));
    }

    @Test
    void valueThatRacesWithASubmissionShouldNeverSlipIntoTheApproval() throws Exception {
        report(COMMUNE, "2023-Q4", "\"value\":0").then().statusCode(201);
        String id = idOf(COMMUNE, "2023-Q4");
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int value = 1; value <= 6; value++) {
            String says = "\"value\":" + value;
            writers.add(() -> report(COMMUNE, "2023-Q4", says).statusCode());
        }
        writers.add(3, () -> act(reporter(), id, "submission", "").statusCode());
        assertThat(atOnce(writers)).isSubsetOf(200, 201, 422);

        int submitted = as(reporter())
                .get("/v1/measurements?indicator=RT01&unit=" + COMMUNE + "&period=2023-Q4")
                .path("items[0].value");
        List<Callable<Integer>> late = new ArrayList<>();
        late.add(() -> act(approver(), id, "approval", "").statusCode());
        for (int value = 7; value <= 10; value++) {
            String says = "\"value\":" + value;
            late.add(() -> report(COMMUNE, "2023-Q4", says).statusCode());
        }
        assertThat(atOnce(late)).isSubsetOf(200, 422);
        published(COMMUNE, "2023-Q4").then().body("items[0].value", equalTo(submitted));
        Reports.read(id).then().body("status", equalTo("APPROVED")).body("progress.waiting", equalTo(0));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }

    @Test
    void everyChangeShouldBeAnEventWithoutNamesOrRemarks() {
        String id = submitted(OTHER_COMMUNE, "2023-Q4", "\"value\":1");
        act(approver(), id, "rejection", "lý do riêng").then().statusCode(200);
        String key = OTHER_COMMUNE + "|2023-Q4";

        await().atMost(Duration.ofSeconds(20)).until(() -> events(key).size() == 3);
        assertThat(events(key))
                .allSatisfy(event -> {
                    String text = new String(event.data(), StandardCharsets.UTF_8);
                    EventSchemas.assertValid(event.type(), text);
                    assertThat(text).doesNotContain("reporter-62001", "approver-62", "lý do riêng");
                })
                .extracting(event -> event.json().get("status").asText())
                .containsExactly("DRAFT", "SUBMITTED", "RETURNED");
        assertThat(events(key).getLast().json().get("dueOn").asText()).isEqualTo("2024-01-10");
    }

    private static List<ReceivedEvent> events(String key) {
        return KafkaProbe.read(Topics.INDICATOR_CATALOGUE).stream()
                .filter(event -> key.equals(event.key()))
                .toList();
    }
}
