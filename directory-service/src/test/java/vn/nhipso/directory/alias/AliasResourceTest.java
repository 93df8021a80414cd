package vn.nhipso.directory.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Directory;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class AliasResourceTest {

    private static final String SINCE = "2025-07-01";

    /** As in Gia Lai: the first commune ends, and one publication uses its code for the second. */
    private static void province(String code) {
        record(change("CATALOGUE", "2021-01-01")
                .begins(code, "Gia " + code, "tỉnh", "VN")
                .begins(code + "737", "Mơ Nông " + code, "xã", code)
                .begins(code + "938", "Ia Mơ " + code, "xã", code));
        record(change("MERGE", SINCE).ends(code + "737").whole(code + "737", code + "938"));
    }

    @Test
    void anAliasShouldFindItsUnitUnlessSomebodyBearsTheCode() {
        province("65");
        put("65737", Map.of("code", "65938", "note", "letter 1027/CTK-CSCL")).statusCode(201);

        get("/v1/units/65737?validAt=" + SINCE)
                .statusCode(200)
                .body("code", equalTo("65938"), "alias", equalTo("65737"), "name", equalTo("Ia Mơ 65"));
        get("/v1/units/65737?validAt=2025-06-30").body("code", equalTo("65737"), "alias", nullValue());
        get("/v1/units/65737/ancestors").body("items.code", contains("65", "VN"));
        get("/v1/units/65737/predecessors?at=2025-06-30").body("items.unit.code", contains("65737", "65938"));
        get("/v1/units/65737/history").body("items[0].unit.code", equalTo("65938"));
        get("/v1/units?q=65737")
                .body(
                        "items.code",
                        containsInAnyOrder("65737", "65938"),
                        "items.find { it.code == '65938' }.alias",
                        equalTo("65737"));
        get("/v1/units?q=65737&validAt=" + SINCE).body("items.code", contains("65938"));
        get("/v1/units/65737?asOf=2001-01-01T00:00:00Z").statusCode(404);
    }

    @Test
    void anAliasShouldBeReplacedOnlyByWhoHasSeenIt() {
        province("66");
        put("66999", Map.of("code", "66938"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("sequence", notNullValue());
        put("66999", Map.of("code", "66938")).statusCode(200).body("revision", equalTo(1));
        put("66999", Map.of("code", "66737")).statusCode(428).body("code", equalTo("PRECONDITION_REQUIRED"));
        put("66999", Map.of("code", "66737"), "If-Match", "\"7\"").statusCode(412);
        put("66999", Map.of("code", "66938"), "If-None-Match", "*").statusCode(412);
        put("66998", Map.of("code", "66938"), "If-Match", "*").statusCode(412);
        Instant before = Instant.parse(get("/v1/code-aliases/66999").extract().path("recordedAt"));
        put("66999", Map.of("code", "66938", "validFrom", SINCE), "If-Match", "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"");
        get("/v1/code-aliases/66999").body("validFrom", equalTo(SINCE));
        get("/v1/code-aliases?code=66938").body("items.alias", contains("66999"), "next", nullValue());
        get("/v1/units/66999?validAt=2025-06-30").statusCode(404);
        get("/v1/units/66999?validAt=2025-06-30&asOf=" + before).body("code", equalTo("66938"));
        steward().delete("/v1/code-aliases/66999").then().statusCode(428);
        steward()
                .header("If-Match", "\"1\"")
                .delete("/v1/code-aliases/66999")
                .then()
                .statusCode(412);
        steward()
                .header("If-Match", "\"2\"")
                .delete("/v1/code-aliases/66999")
                .then()
                .statusCode(204);
        get("/v1/code-aliases/66999").statusCode(404).body("code", equalTo("ALIAS_NOT_FOUND"));
        get("/v1/units/66999").statusCode(404);
        put("66999", Map.of("code", "66938")).statusCode(201).body("revision", equalTo(4));
        List<ReceivedEvent> events = Awaitility.await().until(() -> eventsOf("66999"), found -> found.size() == 4);
        events.forEach(
                event -> EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8)));
        assertThat(events)
                .extracting(event -> event.json().get("revision").intValue())
                .containsExactly(1, 2, 3, 4);
        assertThat(events.get(2).json().has("code")).isFalse();
    }

    @Test
    void whatIsNoAliasShouldBeRefused() {
        province("67");
        put("67938", Map.of("code", "67938")).statusCode(422).body("errors[0].code", equalTo("ALIAS_IS_ITS_CODE"));
        put("67", Map.of("code", "67938")).statusCode(422).body("errors[0].code", equalTo("LEVEL_DIFFERS_FROM_CODE"));
        put("67999", Map.of("code", "67998")).statusCode(422).body("errors[0].code", equalTo("UNIT_UNKNOWN"));
        put("x", Map.of("code", "67938")).statusCode(422).body("errors[0].code", equalTo("CODE_MALFORMED"));
        put("67999", Map.of("code", "67938", "validFrom", SINCE, "validTo", SINCE))
                .statusCode(422);
        put("67999", Map.of("note", "x")).statusCode(422).body("errors[0].code", equalTo("FIELD_MISSING"));
        as(TestTokens.token("s", "65", "steward"))
                .body(Map.of("code", "67938"))
                .put("/v1/code-aliases/67999")
                .then()
                .statusCode(403);
        as(TestTokens.reporter("VN"))
                .body(Map.of("code", "67938"))
                .put("/v1/code-aliases/67999")
                .then()
                .statusCode(403);
    }

    @Test
    void aFileOfAliasesShouldBeEnteredWhollyOrNotAtAll() {
        province("69");
        String bad =
                "\ufeffcode;alias;unit;where_alias_is_used\n69938;69999;;x\n69938;69999;;y\n;69998;;\n69000;69997;;=1+1\n69001;69996;;\n";
        send(bad, "")
                .statusCode(422)
                .body(
                        "errors.row",
                        contains(3, 4, 5, 6),
                        "errors.code",
                        hasItem("CELL_INVALID"),
                        "errorCount",
                        equalTo(4));
        get("/v1/code-aliases?code=69938").body("items", hasSize(0));
        String good = "code,alias,unit,where_alias_is_used\n69938,69999,Xã Ia Mơ,\"letter 1027, page 2\"\n";
        send(good, "?dryRun=true").statusCode(200).body("status", equalTo("DRY_RUN"), "added", equalTo(1));
        get("/v1/code-aliases?code=69938").body("items", hasSize(0));
        send(good, "")
                .statusCode(200)
                .body("status", equalTo("APPLIED"), "rows", equalTo(1), "sequence", notNullValue());
        send(good, "")
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"), "unchanged", equalTo(1), "sequence", nullValue());
        get("/v1/code-aliases?code=69938").body("items[0].note", equalTo("letter 1027, page 2"));
        send(good.replace("page 2", "page 3"), "").body("altered", equalTo(1));
        send("code\n1\n", "").statusCode(422).body("errors[0].code", equalTo("COLUMN_MISSING"));
        send("", "").statusCode(400);
    }

    @Test
    void aFileShouldTakeNoAliasFromOthersAndKeepTheDaysItCannotSay() {
        province("09");
        province("94");
        put("94999", Map.of("code", "94938", "validFrom", SINCE)).statusCode(201);
        Directory.as(TestTokens.token("x", "09", "steward"))
                .contentType("text/csv; charset=UTF-8")
                .body("code,alias\n09938,94999\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/code-alias-imports")
                .then()
                .statusCode(403);
        get("/v1/code-aliases/94999").body("code", equalTo("94938"));
        send("code,alias,where_alias_is_used\n94938,94999,letter 7\n", "").body("altered", equalTo(1));
        get("/v1/code-aliases/94999").body("validFrom", equalTo(SINCE), "note", equalTo("letter 7"));
    }

    private static ValidatableResponse put(String alias, Object body, String... header) {
        var request = steward().body(body);
        return (header.length == 0 ? request : request.header(header[0], header[1]))
                .put("/v1/code-aliases/" + alias)
                .then();
    }

    private static ValidatableResponse send(String file, String query) {
        return steward()
                .contentType("text/csv; charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/code-alias-imports" + query)
                .then();
    }

    private static List<ReceivedEvent> eventsOf(String alias) {
        return KafkaProbe.read(Topics.DIRECTORY_HIERARCHY).stream()
                .filter(event -> event.type().equals("vn.nhipso.alias.changed.v1")
                        && alias.equals(event.json().at("/alias").asText()))
                .toList();
    }
}
