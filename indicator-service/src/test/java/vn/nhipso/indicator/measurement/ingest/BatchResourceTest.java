package vn.nhipso.indicator.measurement.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;
import static vn.nhipso.indicator.Province.send;
import static vn.nhipso.indicator.Province.sendAs;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class BatchResourceTest {

    @BeforeEach
    void province() {
        Province.exists();
    }

    @Test
    void figuresShouldComeBackAsTheTextStatesThem() {
        send(item(
                        "DG01",
                        "870",
                        "2022-YTD06",
                        "WHOLE",
                        "\"numerator\":9475,\"denominator\":15684,\"value\":60.41,\"stated\":{\"trend\":\"giảm\"}"))
                .then()
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("rejected", equalTo(0))
                .body("sequence", startsWith("indicator:"));

        String answer = read("indicator=DG01&unit=870&period=2022-H1")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer)
                .contains(
                        "\"numerator\":9475,", "\"denominator\":15684,", "\"value\":60.41,", "\"valueText\":\"60.41\"")
                .contains(
                        "\"percent\":60.4119",
                        "\"period\":\"2022-H1\"",
                        "\"stated\":{\"trend\":\"giảm\"}",
                        "\"published\":true");
    }

    @Test
    void trailingZeroShouldBePartOfTheValue() {
        send(item("DG01", "934", "2022-YTD09", "CHILDREN", "\"value\":54.30"))
                .then()
                .statusCode(201);
        send(item("DG01", "934", "2022-YTD09", "CHILDREN", "\"value\":54.30"))
                .then()
                .statusCode(200);

        assertThat(read("indicator=DG01&unit=934&period=2022-YTD09&scope=CHILDREN")
                        .asString())
                .contains("\"value\":54.30,", "\"valueText\":\"54.30\"");
        send(item("DG01", "934", "2022-YTD09", "CHILDREN", "\"value\":54.3"))
                .then()
                .statusCode(201);
    }

    @Test
    void sameBatchAgainShouldChangeNothing() {
        String[] items = {
            item("DG01", "29956", "2023-01", "OWN", "\"numerator\":1,\"denominator\":4"),
            item(
                    "DT01",
                    "29956",
                    "2023-01",
                    "WHOLE",
                    "\"value\":7,\"qualifiers\":[\"ABOUT\",\"AT_LEAST\"],\"note\":\"x\"")
        };

        send(items).then().statusCode(201).body("accepted", equalTo(2));
        send(items).then().statusCode(200).body("accepted", equalTo(0)).body("unchanged", equalTo(2));
    }

    @Test
    void atomicBatchWithOneBadRowShouldStoreNothingAndNameTheRow() {
        send(
                        item("DG01", "29956", "2023-02", "OWN", "\"numerator\":1,\"denominator\":4"),
                        item("DG01", "31408", "2023-02", "OWN", "\"numerator\":5,\"denominator\":4"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("BATCH_REJECTED"))
                .body("errors", hasSize(1))
                .body("errors[0].row", equalTo(1))
                .body("errors[0].pointer", equalTo("/items/1/numerator"))
                .body("errors[0].code", equalTo("NUMERATOR_ABOVE_DENOMINATOR"));

        read("indicator=DG01&period=2023-02").then().body("items", hasSize(0));
    }

    @Test
    void partialBatchShouldStoreTheGoodRows() {
        sendAs(
                        TestTokens.steward(),
                        "?mode=PARTIAL",
                        item("DG01", "29956", "2023-03", "OWN", "\"numerator\":1,\"denominator\":4"),
                        item("DG01", "31408", "2023-03", "OWN", "\"numerator\":5,\"denominator\":4"))
                .then()
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("results", hasSize(2))
                .body("results[0].outcome", equalTo("ACCEPTED"))
                .body("results[1].outcome", equalTo("REJECTED"))
                .body("results[1].errors[0].code", equalTo("NUMERATOR_ABOVE_DENOMINATOR"));

        read("indicator=DG01&period=2023-03").then().body("items.unit", equalTo(java.util.List.of("29956")));
    }

    @Test
    void dryRunShouldJudgeAndStoreNothing() {
        sendAs(TestTokens.steward(), "?dryRun=true", item("DG01", "29956", "2023-04", "OWN", "\"value\":10"))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        read("indicator=DG01&period=2023-04").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XX99|870|2022-H1|WHOLE|\"value\":1|INDICATOR_UNKNOWN|indicator",
                "DG01|99999|2022-H1|WHOLE|\"value\":1|UNIT_UNKNOWN|unit",
                "DG01|870|2025|WHOLE|\"value\":1|UNIT_NOT_ALIVE|unit",
                "DG01|31420|2020|OWN|\"value\":1|UNIT_NOT_ALIVE|unit",
                "DG01|92|2099|WHOLE|\"value\":1|PERIOD_IN_FUTURE|period",
                "DG01|870|2022-13|WHOLE|\"value\":1|PERIOD_INVALID|period",
                "DG01|870|2022-05-05|WHOLE|\"value\":1|FLOW_ON_A_DAY|period",
                "DG04|870|2022-Q1|OWN|\"value\":1|LEVEL_DOES_NOT_REPORT|unit",
                "DE05|870|2022-Q1|OWN|\"value\":1|SCOPE_NOT_ALLOWED|scope",
                "DE05|29956|2022-Q1|CHILDREN|\"value\":1|SCOPE_NOT_ALLOWED|scope",
                "DG01|870|2022-H1|WHOLE|\"numerator\":2,\"denominator\":1|NUMERATOR_ABOVE_DENOMINATOR|numerator",
                "DG01|870|2022-H2|WHOLE|\"value\":100.01|PERCENT_ABOVE_100|value",
                "DG01|870|2022-H2|WHOLE|\"value\":-1|NEGATIVE_NUMBER|value",
                "DG01|870|2022-H2|WHOLE|\"value\":1e400|NUMBER_OUT_OF_RANGE|value",
                "DG01|870|2022-H2|WHOLE|\"denominator\":5|WRONG_SHAPE|numerator",
                "DG01|870|2022-H2|WHOLE|\"note\":\"x\"|WRONG_SHAPE|value",
                "DT01|29956|2022-Q1|OWN|\"numerator\":5|WRONG_SHAPE|value",
                "DG24|87|2022-Q1|OWN|\"value\":2|WRONG_SHAPE|value",
                "DG01|870|2022-H2|WHOLE|\"value\":1,\"breakdown\":{\"sex\":\"F\"}|BREAKDOWN_NOT_SUPPORTED|breakdown",
                "DG01|870|2022-H2|WHOLE|\"value\":\"1\"|INVALID_FIELD|value",
                "DG01|870|2022-H2|ALL|\"value\":1|INVALID_FIELD|scope",
                "DG01|870|2022-H2|WHOLE|\"value\":1,\"vlaue\":1|UNKNOWN_FIELD|vlaue",
                "DG01|870|2022-H2|WHOLE|\"value\":1,\"stated\":{\"rnak\":1}|UNKNOWN_FIELD|stated/rnak",
                "DG01|870|2022-H2|WHOLE|\"value\":1,\"stated\":{\"rank\":\"1\"}|INVALID_FIELD|stated/rank",
                "DG01|870|2022-H2|WHOLE|\"value\":1,\"note\":\"a\\u0000b\"|INVALID_FIELD|note",
            })
    void wrongRowShouldBeRefusedWithItsCodeAndPlace(
            String indicator, String unit, String period, String scope, String says, String code, String field) {
        send(item(indicator, unit, period, scope, says))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("BATCH_REJECTED"))
                .body("errors[0].row", equalTo(0))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo("/items/0/" + field))
                .body("traceId", org.hamcrest.Matchers.notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"items\":[|400|MALFORMED_REQUEST",
                "nothing|400|MALFORMED_REQUEST",
                "{\"items\":[]} x|400|MALFORMED_REQUEST",
                "{\"items\":[],\"items\":[]}|400|MALFORMED_REQUEST",
                "{\"items\":[{\"unit\":\"1\",\"unit\":\"2\"}]}|400|MALFORMED_REQUEST",
                "{\"items\":[{\"value\":NaN}]}|400|MALFORMED_REQUEST",
                "[]|422|INVALID_FIELD",
                "{}|422|INVALID_FIELD",
                "{\"items\":7}|422|INVALID_FIELD",
                "{\"itmes\":[]}|422|INVALID_FIELD",
                "{\"items\":[7]}|422|BATCH_REJECTED",
                "{\"items\":[{}]}|422|BATCH_REJECTED",
            })
    void bodyOfAnotherShapeShouldBeRefused(String body, int status, String code) {
        given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/measurement-batches")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void anotherMediaTypeShouldBe415() {
        given().auth()
                .oauth2(TestTokens.steward())
                .contentType("text/plain")
                .body("a,b")
                .post("/v1/measurement-batches")
                .then()
                .statusCode(415);
    }

    @Test
    void moreThanFiveThousandItemsShouldBe413() {
        String[] items = new String[5_001];
        java.util.Arrays.fill(items, item("DG01", "870", "2022-H2", "WHOLE", "\"value\":1"));

        send(items).then().statusCode(413).body("code", equalTo("TOO_MANY_ITEMS"));
    }

    @Test
    void emptyBatchShouldBe200() {
        send().then().statusCode(200).body("accepted", equalTo(0)).body("results", hasSize(0));
    }

    @Test
    void wholeOfTheLowestLevelShouldBeItsOwn() {
        send(item("DE05", "29956", "2023-Q1", "WHOLE", "\"numerator\":3,\"denominator\":4"))
                .then()
                .statusCode(201);

        for (String scope : new String[] {"OWN", "WHOLE"}) {
            read("indicator=DE05&unit=29956&period=2023-Q1&scope=" + scope)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].scope", equalTo("OWN"));
        }
        send(item("DE05", "29956", "2023-Q1", "OWN", "\"numerator\":3,\"denominator\":4"))
                .then()
                .statusCode(200);
    }

    @Test
    void partialFormsShouldBeKeptAndShown() {
        send(
                        item("DS13", "31408", "2022-10", "OWN", "\"numerator\":3178"),
                        item("DI07", "87", "2023-06-30", "WHOLE", "\"numerator\":551,\"value\":79"),
                        item(
                                "DG08",
                                "870",
                                "2022-H1",
                                "WHOLE",
                                "\"stated\":{\"status\":\"chưa đạt\"},\"note\":\"dưới 100 %\""),
                        item(
                                "DE01",
                                "87",
                                "2024-04-14",
                                "OWN",
                                "\"absence\":\"NO_METHOD\",\"stated\":{\"status\":\"chưa xác định được\"}"))
                .then()
                .statusCode(201)
                .body("accepted", equalTo(4));

        read("indicator=DG08&unit=870&period=2022-H1")
                .then()
                .body("items[0].stated.status", equalTo("chưa đạt"))
                .body("items[0].value", nullValue());
        read("indicator=DE01&unit=87&period=2024-04-14").then().body("items[0].absence", equalTo("NO_METHOD"));
    }

    @Test
    void fieldLeftOutShouldMeanAsBefore() {
        send(item("DG02", "871", "2023-Q1", "OWN", "\"numerator\":5,\"denominator\":10,\"note\":\"đầu tiên\""))
                .then()
                .statusCode(201);
        send(item("DG02", "871", "2023-Q1", "OWN", "\"numerator\":6")).then().statusCode(201);

        read("indicator=DG02&unit=871&period=2023-Q1")
                .then()
                .body("items[0].numerator", equalTo(6))
                .body("items[0].denominator", equalTo(10))
                .body("items[0].note", equalTo("đầu tiên"))
                .body("items[0].revision", equalTo(2));
        send(item("DG02", "871", "2023-Q1", "OWN", "\"numerator\":11"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("NUMERATOR_ABOVE_DENOMINATOR"));
    }

    @Test
    void rowsThatSayTheSameShouldCountOnceWithAFinding() {
        String row = item("DE05", "871", "2023-Q2", "WHOLE", "\"value\":100");

        send(row, row)
                .then()
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("results[0].findings[0].code", equalTo("DUPLICATE_STATEMENT"));
    }

    @Test
    void rowsThatContradictOneAnotherShouldAllBeRefused() {
        send(
                        item("DE05", "871", "2023-Q3", "WHOLE", "\"value\":100"),
                        item("DE05", "871", "2023-Q3", "WHOLE", "\"value\":99"))
                .then()
                .statusCode(422)
                .body("errors", hasSize(2))
                .body("errors[0].code", equalTo("CONFLICTING_ROWS"))
                .body("errors[1].code", equalTo("CONFLICTING_ROWS"));
    }

    @Test
    void unitThatComesSoonShouldBeWaitedFor() {
        // A busy machine may be slower than the patience of the tests.
        AtomicInteger tries = new AtomicInteger();
        Awaitility.await().until(() -> {
            String code = "soon-" + tries.incrementAndGet();
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() ->
                    send(item("DG01", code, "2023-01", "OWN", "\"value\":1")).statusCode());
            Province.change(Province.unit(code, "COMMUNE", "870", "2021-01-01", null));
            return sent.get(10, TimeUnit.SECONDS) == 201;
        });
    }

    @Test
    void idempotencyKeyShouldGiveTheSameAnswerAgain() {
        String body = Province.batch(item("DG01", "29956", "2023-05", "OWN", "\"value\":10"));
        String first = keyed("k-1", body).then().statusCode(201).extract().asString();

        assertThat(keyed("k-1", body).then().statusCode(201).extract().asString())
                .isEqualTo(first);
        keyed("k-1", Province.batch(item("DG01", "29956", "2023-05", "OWN", "\"value\":11")))
                .then()
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private static io.restassured.response.Response keyed(String key, String body) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/measurement-batches");
    }

    @Test
    void redefinitionShouldLeaveEarlierPeriodsToTheVersionBefore() {
        Province.define("TV01", "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
        given().auth()
                .oauth2(TestTokens.steward())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Province.definition(
                        "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"COMMUNE\"", "\"validFrom\":\"2025-07-01\","))
                .put("/v1/indicators/TV01")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        send(
                        item("TV01", "870", "2022-H1", "OWN", "\"value\":60.41"),
                        item("TV01", "870", "2025-06", "WHOLE", "\"value\":61"),
                        item("TV01", "92", "2025-07", "OWN", "\"value\":62"))
                .then()
                .statusCode(201);

        read("indicator=TV01&unit=870").then().body("items.definitionVersion", contains(1, 1));
        read("indicator=TV01&unit=92").then().body("items.definitionVersion", contains(2));
    }
}
