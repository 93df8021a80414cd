package vn.nhipso.indicator.finding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.send;
import static vn.nhipso.indicator.Province.sendAs;
import static vn.nhipso.indicator.Province.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Figures held against others: in the answer of a small batch, and behind every write. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ComparisonResourceTest {

    private static final AtomicBoolean MADE = new AtomicBoolean();
    private static final String[] SIX = {"64111", "64112", "64113", "64114", "64115", "64116"};

    @BeforeEach
    void district() {
        Province.exists();
        if (MADE.compareAndSet(false, true)) {
            List<String> units = new ArrayList<>(List.of(unit("64110", "DISTRICT", "92", "2021-01-01", null)));
            for (String code : SIX) {
                units.add(unit(code, "COMMUNE", "64110", "2021-01-01", null));
            }
            Province.change(units.toArray(String[]::new));
            Province.define("DT62", "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
            Province.define("DT63", "COUNT", "FLOW", "MONTH", "\"COMMUNE\"", "\"unitOfMeasure\":\"hồ sơ\",");
        }
    }

    static ValidatableResponse findings(String query) {
        return given().header("Accept-Language", "en")
                .get("/v1/findings?" + query)
                .then()
                .statusCode(200);
    }

    /** Waits until everything up to a write has been held against everything. */
    static void looked(Response written) {
        long sequence = number(written.path("sequence"));
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number(findings("pageSize=1").extract().path("checkedUpTo")) >= sequence);
    }

    private static long number(String sequence) {
        return Long.parseLong(sequence.substring(sequence.indexOf(':') + 1));
    }

    private static String[] each(String indicator, String period, String... values) {
        String[] items = new String[values.length];
        for (int index = 0; index < values.length; index++) {
            items[index] = item(indicator, SIX[index], period, "WHOLE", "\"value\":" + values[index]);
        }
        return items;
    }

    @Test
    void jumpShouldBeInTheAnswerAndGoWithTheCorrectionOfTheFormerPeriod() {
        send(item("DT62", "64111", "2023-01", "WHOLE", "\"value\":16.63"));

        send(item("DT62", "64111", "2023-02", "WHOLE", "\"value\":95.5"))
                .then()
                .statusCode(201)
                .body("results[0].findings.code", contains("JUMP"))
                .body("results[0].findings[0].detail", containsString("78.87 points apart"));
        findings("unit=64111&period=2023-02&state=OPEN").body("items.code", contains("JUMP"));

        looked(send(item("DT62", "64111", "2023-01", "WHOLE", "\"value\":86.63")));
        findings("unit=64111&period=2023-02&code=JUMP").body("items.state", contains("RESOLVED"));
    }

    @Test
    void figureOfAnEarlierPeriodThatComesLaterShouldMakeTheLaterOneAJump() {
        looked(send(item("DT63", "64111", "2024-02", "WHOLE", "\"value\":1200")));
        findings("unit=64111&period=2024-02").body("items", hasSize(0));

        looked(send(item("DT63", "64111", "2023-02", "WHOLE", "\"value\":120")));

        findings("unit=64111&period=2024-02")
                .body("items.code", contains("JUMP"))
                .body("items[0].detail", containsString("2023-02 was 120"));
        looked(send(item("DT63", "64111", "2023-02", "WHOLE", "\"withdrawn\":true")));
        findings("unit=64111&period=2024-02").body("items.state", contains("RESOLVED"));
    }

    @Test
    void unitsBesideShouldMakeAFigureAnOutlierAndSetItRightAgain() {
        looked(send(each("DT62", "2023-05", "12", "81", "84", "79", "88")));
        findings("period=2023-05&indicator=DT62").body("items", hasSize(0));

        Response sixth = send(item("DT62", "64116", "2023-05", "WHOLE", "\"value\":83"));
        sixth.then().body("results", hasSize(0));
        looked(sixth);
        findings("within=64110&period=2023-05&indicator=DT62")
                .body("items.unit", contains("64111"))
                .body("items[0].code", equalTo("OUTLIER"))
                .body("items[0].detail", containsString("median 82 %"));

        looked(send(each("DT62", "2023-05", "12", "11", "14", "9", "18")));
        findings("unit=64111&period=2023-05&code=OUTLIER").body("items.state", contains("RESOLVED"));
        findings("unit=64116&period=2023-05&code=OUTLIER").body("items.state", contains("OPEN"));
    }

    @Test
    void acknowledgedOutlierShouldStaySoWhileOnlyTheOthersMove() {
        looked(send(each("DT62", "2023-06", "12", "81", "84", "79", "88", "83")));
        String id = findings("unit=64111&period=2023-06&code=OUTLIER").extract().path("items[0].id");
        given().auth()
                .oauth2(TestTokens.steward())
                .contentType("application/json")
                .body("{\"reason\":\"xã chưa có cáp quang\"}")
                .post("/v1/findings/" + id + "/acknowledgement")
                .then()
                .statusCode(201);

        looked(send(item("DT62", "64116", "2023-06", "WHOLE", "\"value\":85")));
        findings("unit=64111&period=2023-06&code=OUTLIER")
                .body("items.state", contains("ACKNOWLEDGED"))
                .body("items[0].detail", containsString("median 82.5 %"));
        looked(send(item("DT62", "64111", "2023-06", "WHOLE", "\"value\":13")));
        findings("unit=64111&period=2023-06&code=OUTLIER").body("items.state", contains("OPEN"));
    }

    @Test
    void targetThatIsSetLaterShouldBeHeldAgainstTheWordsThatStand() {
        looked(send(item(
                "DT62",
                "64113",
                "2022-06",
                "WHOLE",
                "\"value\":70.27,\"stated\":{\"status\":\"vượt kế hoạch đề ra\"}")));
        findings("unit=64113&period=2022-06").body("items", hasSize(0));

        String id = target("80", "");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> findings("unit=64113&period=2022-06")
                .body("items.code", contains("STATUS_DIFFERS"))
                .body("items[0].detail", containsString("≥ 80 % of 2022")));

        target("60", ",\"supersedes\":\"" + id + "\"");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> findings("unit=64113&period=2022-06").body("items.state", contains("RESOLVED")));
    }

    /** Of the district for the year. */
    private static String target(String value, String more) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType("application/json")
                .body("{\"indicator\":\"DT62\",\"unit\":\"64110\",\"period\":\"2022\",\"comparator\":\">=\",\"value\":"
                        + value + more + "}")
                .post("/v1/targets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void trialShouldTellOfFindingsAndKeepNone() {
        send(item("DT62", "64112", "2023-08", "WHOLE", "\"value\":10"));

        sendAs(TestTokens.steward(), "?dryRun=true", item("DT62", "64112", "2023-09", "WHOLE", "\"value\":90"))
                .then()
                .statusCode(200)
                .body("results[0].findings.code", contains("JUMP"));
        findings("unit=64112&period=2023-09").body("items", hasSize(0));
    }

    @Test
    void draftShouldBeJudgedAmongWhatIsPublishedAndBeHeldAgainstNobody() {
        looked(send(each("DT62", "2023-10", "80", "81", "84", "79", "88", "83")));

        sendAs(
                        TestTokens.reporter("64111"),
                        "",
                        item(
                                "DT62",
                                "64111",
                                "2023-10",
                                "WHOLE",
                                "\"value\":12,\"reason\":{\"code\":\"TYPO\",\"text\":\"nhầm\"}"))
                .then()
                .statusCode(201)
                .body("results[0].findings.code", contains("OUTLIER"));
        findings("unit=64111&period=2023-10").body("items", hasSize(0));
        given().auth()
                .oauth2(TestTokens.reporter("64111"))
                .get("/v1/findings?unit=64111&period=2023-10")
                .then()
                .body("items.code", contains("OUTLIER"));
        looked(send(item("DT62", "64112", "2023-10", "WHOLE", "\"value\":82")));
        assertThat(given().auth()
                        .oauth2(TestTokens.steward())
                        .get("/v1/findings?period=2023-10&indicator=DT62")
                        .<List<String>>path("items.unit"))
                .containsExactly("64111");
    }

    @Test
    void unitThatWasDividedOrMergedShouldNotBeHeldAgainstItsFormerSelf() {
        Province.change(
                "{\"code\":\"64117\",\"revision\":1,\"changeId\":\"%s\",\"recordedAt\":\"2026-01-01T00:00:00Z\",\"versions\":["
                        + "{\"name\":\"X\",\"fullName\":\"Xã X\",\"type\":\"xã\",\"level\":\"COMMUNE\",\"parentCode\":\"64110\",\"validFrom\":\"2021-01-01\",\"validTo\":\"2022-01-01\"},"
                        + "{\"name\":\"Y\",\"fullName\":\"Xã Y\",\"type\":\"xã\",\"level\":\"COMMUNE\",\"parentCode\":\"64110\",\"validFrom\":\"2023-01-01\"}]}");
        send(item("DT62", "64117", "2021-12", "WHOLE", "\"value\":10"));
        send(item("DT62", "64117", "2021-11", "WHOLE", "\"value\":90")).then().statusCode(201);
        looked(send(item("DT62", "64117", "2023-06-30", "WHOLE", "\"value\":90")));
        looked(send(item("DT62", "64117", "2021-06-30", "WHOLE", "\"value\":10")));

        findings("unit=64117&period=2021-12").body("items.code", contains("JUMP"));
        findings("unit=64117&period=2023-06-30").body("items", hasSize(0));
    }
}
