package vn.nhipso.indicator.finding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.send;
import static vn.nhipso.indicator.Province.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class AcknowledgementResourceTest {

    private static final AtomicBoolean MADE = new AtomicBoolean();
    private static final String WRONG = "\"numerator\":809,\"denominator\":1644,\"value\":48.62";

    @BeforeEach
    void district() {
        Province.exists();
        if (MADE.compareAndSet(false, true)) {
            Province.change(
                    unit("64000", "DISTRICT", "92", "2021-01-01", null),
                    unit("64001", "COMMUNE", "64000", "2021-01-01", null),
                    unit("64002", "COMMUNE", "64000", "2021-01-01", null),
                    unit("64003", "DISTRICT", "92", "2021-01-01", null));
            Province.define("DT60", "RATIO", "STOCK", "QUARTER", "\"COMMUNE\"", "");
            Province.define("DT61", "RATIO", "FLOW", "MONTH", "\"DISTRICT\",\"COMMUNE\"", "");
        }
    }

    private static String wrong(String unit, String period) {
        send(item("DT60", unit, period, "WHOLE", WRONG)).then().statusCode(201);
        return findings("unit=" + unit + "&period=" + period).extract().path("items[0].id");
    }

    private static ValidatableResponse findings(String query) {
        return given().get("/v1/findings?" + query).then().statusCode(200);
    }

    private static Response acknowledge(String token, String id, String reason) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"" + reason + "\"}")
                .post("/v1/findings/" + id + "/acknowledgement");
    }

    @Test
    void acknowledgedFindingShouldStaySoWhileItIsTheSame() {
        String id = wrong("64001", "2024-Q1");
        String steward = TestTokens.steward();

        acknowledge(steward, id, "Bản in ghi như vậy")
                .then()
                .statusCode(201)
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("acknowledgement.reason", equalTo("Bản in ghi như vậy"))
                .body("acknowledgement.by", equalTo("steward"));
        acknowledge(steward, id, "Bản in ghi như vậy").then().statusCode(200);
        send(item("DT60", "64001", "2024-Q1", "WHOLE", "\"note\":\"trang 3\""))
                .then()
                .statusCode(201);
        findings("unit=64001&period=2024-Q1&state=ACKNOWLEDGED").body("items.id", contains(id));
        findings("unit=64001&period=2024-Q1&state=OPEN").body("items", hasSize(0));

        send(item("DT60", "64001", "2024-Q1", "WHOLE", "\"value\":48.63"))
                .then()
                .statusCode(201);
        findings("unit=64001&period=2024-Q1")
                .body("items.state", contains("OPEN"))
                .body("items[0].acknowledgement", nullValue());
        send(item("DT60", "64001", "2024-Q1", "WHOLE", "\"value\":49.21"))
                .then()
                .statusCode(201);
        acknowledge(steward, id, "muộn").then().statusCode(409).body("code", equalTo("FINDING_RESOLVED"));
    }

    @Test
    void acknowledgementShouldBeTakenBackByWhoKnowsThePresentState() {
        String id = wrong("64002", "2024-Q1");
        String steward = TestTokens.steward();
        String path = "/v1/findings/" + id;
        String before = given().get(path).then().statusCode(200).extract().header("ETag");

        acknowledge(steward, id, "đã hỏi lại").then().statusCode(201);
        given().auth().oauth2(steward).delete(path + "/acknowledgement").then().statusCode(428);
        given().auth()
                .oauth2(steward)
                .header("If-Match", before)
                .delete(path + "/acknowledgement")
                .then()
                .statusCode(412);
        String now = given().get(path).then().extract().header("ETag");
        given().auth()
                .oauth2(steward)
                .header("If-Match", now)
                .delete(path + "/acknowledgement")
                .then()
                .statusCode(204);

        given().get(path).then().body("state", equalTo("OPEN")).body("acknowledgement", nullValue());
        given().auth()
                .oauth2(steward)
                .header("If-Match", now)
                .delete(path + "/acknowledgement")
                .then()
                .statusCode(404)
                .body("code", equalTo("FINDING_NOT_ACKNOWLEDGED"));
    }

    @Test
    void onlyThoseWithRightsOverTheUnitShouldAcknowledgeAndOnlyTheyReadWhy() {
        String id = wrong("64001", "2024-Q2");

        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"x\"}")
                .post("/v1/findings/" + id + "/acknowledgement")
                .then()
                .statusCode(401);
        acknowledge(TestTokens.operator(), id, "x").then().statusCode(403);
        acknowledge(TestTokens.reporter("64003"), id, "x")
                .then()
                .statusCode(403)
                .body("code", equalTo("UNIT_OUTSIDE_RIGHTS"));
        acknowledge(TestTokens.reporter("64000"), id, "").then().statusCode(422);
        acknowledge(TestTokens.reporter("64000"), id, "đúng theo bản gốc")
                .then()
                .statusCode(201);

        findings("unit=64001&period=2024-Q2")
                .body("items[0].state", equalTo("ACKNOWLEDGED"))
                .body("items[0].acknowledgement.by", nullValue())
                .body("items[0].acknowledgement.reason", nullValue());
        given().auth()
                .oauth2(TestTokens.reporter("64001"))
                .get("/v1/findings/" + id)
                .then()
                .body("acknowledgement.by", equalTo("reporter-64000"));
    }

    @Test
    void findingOfWhatIsNotPublishedShouldNotExistForOthers() {
        Province.sendAs(TestTokens.reporter("64002"), "", item("DT60", "64002", "2024-Q3", "WHOLE", WRONG))
                .then()
                .statusCode(201);
        String id = given().auth()
                .oauth2(TestTokens.reporter("64002"))
                .get("/v1/findings?unit=64002&period=2024-Q3")
                .path("items[0].id");

        given().get("/v1/findings/" + id).then().statusCode(404);
        given().get("/v1/findings/nothing").then().statusCode(404);
        acknowledge(TestTokens.reporter("64003"), id, "x").then().statusCode(404);
        acknowledge(TestTokens.reporter("64002"), id, "đúng").then().statusCode(201);
    }

    @Test
    void keyShouldGiveTheSameAnswerAgain() {
        String id = wrong("64001", "2024-Q4");
        for (int time = 0; time < 2; time++) {
            given().auth()
                    .oauth2(TestTokens.steward())
                    .header("Idempotency-Key", "ack-" + id)
                    .contentType(ContentType.JSON)
                    .body("{\"reason\":\"một lần\"}")
                    .post("/v1/findings/" + id + "/acknowledgement")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("ACKNOWLEDGED"));
        }
    }

    @Test
    void findingsShouldBeListedBySeverityAndWithinAUnitPageByPage() {
        wrong("64001", "2023-Q1");
        wrong("64002", "2023-Q1");
        send(item("DT61", "64000", "2023-Q1", "WHOLE", "\"value\":40")).then().statusCode(201);

        findings("within=64000&period=2023-Q1").body("items.unit", containsInAnyOrder("64000", "64001", "64002"));
        findings("within=64000&period=2023-Q1&severity=INFO").body("items.code", contains("OFF_FREQUENCY"));
        findings("within=64001&period=2023-Q1").body("items.unit", contains("64001"));
        findings("within=64003&period=2023-Q1").body("items", hasSize(0));
        String query = "within=64000&period=2023-Q1&severity=WARNING&pageSize=1";
        String next = findings(query).body("items", hasSize(1)).extract().path("next");
        findings(query + "&cursor=" + next)
                .body("items.unit", contains("64002"))
                .body("next", nullValue());
    }
}
