package vn.nhipso.directory.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class WithdrawalResourceTest {

    private static final Map<String, String> REASON = Map.of("reason", "Ghi nhầm ngày hiệu lực");

    @Test
    void aWithdrawnMergeShouldLeaveEverythingAsItWasAndBeReadableAsOfBefore() {
        String list = record(change("CATALOGUE", "2021-01-01")
                .begins("08", "Năm Chín", "tỉnh", "VN")
                .begins("08101", "Một", "xã", "08")
                .begins("08102", "Hai", "xã", "08")
                .begins("08101-01", "Ấp 1", "ấp", "08101"));
        String team = post(
                        "/v1/teams",
                        Map.of("unit", "08101-01", "kind", "COMMUNITY", "level", "HAMLET", "name", "Tổ ấp 1"))
                .statusCode(201)
                .extract()
                .path("id");
        String merge = record(change("MERGE", "2024-01-01")
                .act("9/NQ-NHAM")
                .ends("08101")
                .begins("08102", "Hai Mới", "xã", "08")
                .whole("08101", "08102")
                .whole("08102", "08102"));
        get("/v1/units/08102-01?validAt=2024-01-01").statusCode(200);
        get("/v1/teams/" + team).body("unit", equalTo("08102-01"));
        String believed = Instant.now().toString();

        post("/v1/unit-changes/" + list + "/withdrawal", REASON)
                .statusCode(409)
                .body("code", equalTo("CHANGE_BUILT_UPON"), "detail", containsString("9/NQ-NHAM"))
                .body("changes.id", contains(merge));
        String withdrawal = post("/v1/unit-changes/" + merge + "/withdrawal", REASON)
                .statusCode(201)
                .extract()
                .path("id");

        get("/v1/units/08101").body("name", equalTo("Một"), "validTo", nullValue());
        get("/v1/units/08101-01").body("name", equalTo("Ấp 1"), "validTo", nullValue());
        get("/v1/units/08102-01").statusCode(404);
        get("/v1/units/08102?validAt=2024-06-01").body("name", equalTo("Hai"), "validFrom", equalTo("2021-01-01"));
        get("/v1/units/08101/successors?validAt=2023-12-31&at=2024-01-01").body("items.unit.code", contains("08101"));
        get("/v1/teams/" + team).body("unit", equalTo("08101-01"), "placements", hasSize(1), "validTo", nullValue());
        given().queryParam("validAt", "2024-06-01")
                .queryParam("asOf", believed)
                .get("/v1/units/08102")
                .then()
                .body("name", equalTo("Hai Mới"));
        get("/v1/unit-changes/" + merge).body("withdrawnBy", equalTo(withdrawal));
        get("/v1/unit-changes/" + withdrawal)
                .body(
                        "kind", equalTo("WITHDRAWAL"),
                        "withdraws", equalTo(merge),
                        "note", equalTo(REASON.get("reason")),
                        "effectiveOn", equalTo("2024-01-01"));
        assertThat(markerOf(withdrawal)).contains(merge);

        post("/v1/unit-changes/" + merge + "/withdrawal", REASON)
                .statusCode(409)
                .body("code", equalTo("CHANGE_WITHDRAWN"), "withdrawnBy", equalTo(withdrawal));
        post("/v1/unit-changes/" + withdrawal + "/withdrawal", REASON)
                .statusCode(409)
                .body("code", equalTo("CHANGE_WITHDRAWN"));
        post("/v1/unit-changes/" + list + "/withdrawal", REASON).statusCode(409).body("code", equalTo("CONFLICT"));
        // The same change again, on the right day, and once more on the wrong one: what was withdrawn is no duplicate.
        record(change("MERGE", "2024-02-01")
                .act("9/NQ-NHAM")
                .ends("08101")
                .begins("08102", "Hai Mới", "xã", "08")
                .whole("08101", "08102")
                .whole("08102", "08102"));
    }

    @Test
    void aWithdrawalShouldNeedAReasonARightAndAChange() {
        String list = record(change("CATALOGUE", "2021-01-01").begins("06", "Năm Tám", "tỉnh", "VN"));
        post("/v1/unit-changes/" + list + "/withdrawal", Map.of())
                .statusCode(422)
                .body("errors.code", contains("FIELD_MISSING"), "errors.pointer", contains("/reason"));
        post("/v1/unit-changes/00000000-0000-0000-0000-000000000000/withdrawal", REASON)
                .statusCode(404)
                .body("code", equalTo("CHANGE_NOT_FOUND"));
        given().auth()
                .oauth2(TestTokens.token("x", "08", "steward"))
                .contentType("application/json")
                .body(REASON)
                .post("/v1/unit-changes/" + list + "/withdrawal")
                .then()
                .statusCode(403);
        post("/v1/unit-changes", change("WITHDRAWAL", "2021-01-01").ends("06").map())
                .statusCode(422)
                .body("errors.code", hasItem("KIND_MISMATCH"));
        post("/v1/unit-changes/" + list + "/withdrawal", REASON).statusCode(201);
        get("/v1/units/06").statusCode(404);
    }

    /** The marker as it was published, valid by its schema. */
    private static String markerOf(String change) {
        List<ReceivedEvent> markers = Awaitility.await()
                .until(
                        () -> KafkaProbe.read(Topics.DIRECTORY_HIERARCHY).stream()
                                .filter(event -> change.equals(event.key()))
                                .toList(),
                        found -> !found.isEmpty());
        String json = new String(markers.getFirst().data(), StandardCharsets.UTF_8);
        EventSchemas.assertValid(markers.getFirst().type(), json);
        return json;
    }
}
