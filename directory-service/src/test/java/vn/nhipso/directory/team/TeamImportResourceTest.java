package vn.nhipso.directory.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.nhipso.directory.TinyWorkbook;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Files of teams. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class TeamImportResourceTest {

    private static final String HEADER =
            "unit,kind,level,name,decision_number,decision_issuer,decision_issued_on,valid_from,valid_to,"
                    + "member_name,member_role,member_body,member_phone,member_from,member_to\n";

    @Test
    void aFileShouldBeEnteredOnceHoweverOftenItIsSent() {
        communes("84", "84101", "84102");
        String file = HEADER
                + "84101,COMMUNITY,COMMUNE,Tổ số,12/QĐ,UBND xã,2022-09-30,2022-10-01,,Người Một,LEADER,Công an,0900 000 001,2022-10-01,\n"
                + "84101,COMMUNITY,COMMUNE,Tổ số,12/QĐ,UBND xã,2022-09-30,2022-10-01,,Người Hai,MEMBER,,,2022-10-01,2024-01-01\n"
                + "84102,YOUTH,,Tổ trẻ,,,,,,,,,,,\n";
        load("?dryRun=true", file)
                .statusCode(200)
                .body("status", equalTo("DRY_RUN"), "teamsBegun", equalTo(2), "membersJoined", equalTo(2))
                .body("items[0].line", equalTo(2), "items[0].id", nullValue());
        get("/v1/teams?within=84").body("items", hasSize(0));

        String id = load("", file)
                .statusCode(200)
                .body("status", equalTo("APPLIED"), "rows", equalTo(3), "teamsBegun", equalTo(2))
                .body("sequence", containsString("directory:"))
                .extract()
                .path("items[0].id");
        load("", file)
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"), "teamsUnchanged", equalTo(2), "membersUnchanged", equalTo(2));
        steward()
                .get("/v1/teams/" + id)
                .then()
                .body("members", hasSize(2), "decision.issuer", equalTo("UBND xã"), "revision", equalTo(1))
                .body("members.phone", hasItem("0900 000 001"));
        get("/v1/teams?unit=84102").body("items[0].level", equalTo("COMMUNE"), "items[0].kind", equalTo("YOUTH"));
        steward().get("/v1/teams/" + id + "/contact-log").then().body("items.action", hasItem("ENTERED"));
        Awaitility.await().until(() -> KafkaProbe.read(Topics.DIRECTORY_TEAMS).stream()
                .filter(event -> id.equals(event.key()))
                .anyMatch(event -> event.json().get("memberCounts").toString().contains("2024-01-01")));
    }

    @Test
    void aFileShouldAlterWhatItSaysAndLeaveTheRest() {
        communes("85", "85101", "85102");
        load("", HEADER + "85101,COMMUNITY,,Tổ,,,,2022-01-01,,Người Một,MEMBER,,0900 000 001,,\n")
                .statusCode(200);
        String vietnamese = "Mã đơn vị;Loại tổ;Tên tổ;Ngày thành lập;Ngày kết thúc;Họ và tên;Vai trò;Số điện thoại\n"
                + "85101;cộng đồng;tổ;01/01/2022;31/12/2025;Người Một;Tổ trưởng;\n"
                + "85101;cộng đồng;tổ;01/01/2022;31/12/2025;Người Hai;;+84 900 000 002\n";
        load("", vietnamese)
                .statusCode(200)
                .body("teamsAltered", equalTo(1), "membersAltered", equalTo(1), "membersJoined", equalTo(1));
        String id = get("/v1/teams?unit=85101").extract().path("items[0].id");
        steward()
                .get("/v1/teams/" + id)
                .then()
                .body("validTo", equalTo("2025-12-31"), "placements[0].to", equalTo("2025-12-31"))
                .body("members.find { it.name == 'Người Một' }.role", equalTo("LEADER"))
                .body("members.find { it.name == 'Người Một' }.phone", equalTo("0900 000 001"));
        load("", vietnamese).body("status", equalTo("UNCHANGED"));
        load("", vietnamese.replace("31/12/2025", "30/12/2025"))
                .statusCode(422)
                .body("errors[0].code", equalTo("ALREADY_ENDED"), "errors[0].row", equalTo(2));
    }

    @Test
    void aTeamThatMovedOnShouldBeKnownAgainAtItsNewUnit() {
        communes("86", "86101", "86102");
        String old = "unit,kind,name\n86101,COMMUNITY,Tổ\n";
        load("", old).statusCode(200).body("teamsBegun", equalTo(1));
        record(change("MERGE", "2025-07-01").ends("86101").whole("86101", "86102"));
        load("", "unit,kind,name\n86102,COMMUNITY,Tổ\n").statusCode(200).body("status", equalTo("UNCHANGED"));
        load("", old).statusCode(200).body("status", equalTo("UNCHANGED"));
    }

    @Test
    void theSameNameShouldBeAllowedAtAnotherUnitOfTheSameCode() {
        communes("88", "88101", "88102");
        load("", "unit,kind,name\n88101,COMMUNITY,Tổ\n").statusCode(200);
        record(change("MERGE", "2025-07-01")
                .ends("88101", "88102")
                .begins("88101", "Mới", "xã", "88")
                .part("88101", "88101")
                .whole("88102", "88101"));
        load("", "unit,kind,name\n88101,COMMUNITY,Tổ\n").statusCode(200).body("teamsBegun", equalTo(1));
        post("/v1/teams", Map.of("unit", "88101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "tổ"))
                .statusCode(409);
    }

    @Test
    void everyBadRowShouldBeNamedWithoutRepeatingPersons() {
        communes("89", "89101");
        String file = HEADER
                + "89101,COMMUNITY,,Tổ,,,,2022-01-01,,Người Kín,MEMBER,,09x-kín,,\n"
                + "89999,COMMUNITY,,Tổ,,,,2022-01-01,,Người Kín,MEMBER,,0900,,\n"
                + "89101,CLUB,,Tổ,,,,2022-13-01,,Người Kín,BOSS,,0900 000 003,,\n"
                + "89101,COMMUNITY,DISTRICT,Tổ hai,,,,,,,,,,,\n"
                + "89101,COMMUNITY,,Tổ ba,,,,2022-01-01,,=Người Kín(),MEMBER,,0900 000 003,,\n"
                + "89101,COMMUNITY,,Tổ bốn,,,,2022-01-01,,Người Kín,MEMBER,,0900 000 003,2021-01-01,\n"
                + "89101,COMMUNITY,,Tổ năm,1,,,2022-01-01,,,,,,,\n"
                + "89101,COMMUNITY,,Tổ năm,2,,,2022-01-01,,,,,,,\n"
                + "89101,COMMUNITY,,Tổ sáu,,,,,,Người Kín,,,,,\n"
                + "89101,COMMUNITY,,Tổ sáu,,,,,,người kín,,,,,\n"
                + "89101,COMMUNITY,,,,,,,,Người Kín,,,,,,,,thừa\n";
        String answer = load("", file)
                .statusCode(422)
                .body("code", equalTo("REQUEST_REFUSED"), "errorCount", notNullValue())
                .body("errors.findAll { it.row == 2 }.pointer", hasItem("/member_phone"))
                .body("errors.findAll { it.row == 4 }.pointer", hasItem("/kind"))
                .body("errors.findAll { it.row == 4 }.pointer", hasItem("/valid_from"))
                .body("errors.findAll { it.row == 4 }.pointer", hasItem("/member_role"))
                .body("errors.findAll { it.row == 6 }.code", hasItem("CELL_INVALID"))
                .body("errors.findAll { it.row == 9 }.code", hasItem("TEAM_ROWS_DIFFER"))
                .body("errors.findAll { it.row == 11 }.code", hasItem("DUPLICATE_ROW"))
                .body("errors.findAll { it.row == 12 }.code", hasItem("CELL_INVALID"))
                .extract()
                .asString();
        assertThat(answer).doesNotContainIgnoringCase("kín").doesNotContain("0900");
        load("", HEADER + "89999,COMMUNITY,,Tổ,,,,2022-01-01,,A,,,,,\n89101,COMMUNITY,DISTRICT,Tổ,,,,,,,,,,,\n")
                .statusCode(422)
                .body("errors.find { it.row == 2 }.code", equalTo("UNIT_UNKNOWN"))
                .body("errors.find { it.row == 3 }.code", equalTo("LEVEL_ABOVE_UNIT"));
        load("", HEADER + "89101,COMMUNITY,,Tổ,,,,2022-01-01,,A,,,,2021-01-01,\n")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/member_from"), "errors[0].code", equalTo("OUTSIDE_LIFE"));
        String headless = load("", "89101,COMMUNITY,Người Kín,0900 000 003\n89101,COMMUNITY,Người Kín,0900\n")
                .statusCode(422)
                .extract()
                .asString();
        assertThat(headless).doesNotContainIgnoringCase("kín").doesNotContain("0900");
        load("", "").statusCode(400);
        load("?dryRun=yes", file).statusCode(400);
        get("/v1/teams?within=89").body("items", hasSize(0));
    }

    @Test
    void aFileShouldNotBringBackWhatWasErased() {
        communes("90", "90101");
        String file = "unit,kind,name,member_name,member_phone\n90101,COMMUNITY,Tổ,Người Quên,0900 000 009\n";
        String id = load("", file).statusCode(200).extract().path("items[0].id");
        String member = steward().get("/v1/teams/" + id).path("members[0].id");
        post("/v1/teams/" + id + "/members/" + member + "/erasure", Map.of("reason", "Theo yêu cầu"))
                .statusCode(200);
        load("", file).statusCode(200).body("status", equalTo("UNCHANGED"), "membersErased", equalTo(1));
        String shown = steward().get("/v1/teams/" + id).asString();
        assertThat(shown).doesNotContain("Quên").doesNotContain("0900");
    }

    @Test
    void rightsShouldReachEveryTeamOfTheFile() {
        communes("54", "54101", "54102");
        String file = "unit,kind,name\n54101,COMMUNITY,Tổ\n54102,COMMUNITY,Tổ\n";
        given().contentType("text/csv")
                .body(file)
                .post("/v1/team-imports")
                .then()
                .statusCode(401);
        as(TestTokens.reporter("54101"), file).statusCode(403).body("code", equalTo("FORBIDDEN"));
        as(TestTokens.reporter("54"), file).statusCode(200).body("teamsBegun", equalTo(2));
        String template = given().get("/v1/team-imports/template")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(template.replace("\ufeff", "")).startsWith("unit,kind,level,name");
    }

    @Test
    void aTeamThatMovedOnShouldBeForThoseWhereItIsNow() {
        communes("27", "27101");
        communes("28", "28101");
        String file = "unit,kind,name,valid_from,valid_to\n27101,COMMUNITY,Tổ,2022-01-01,\n";
        load("", file).statusCode(200);
        record(change("MERGE", "2024-01-01").ends("27101").whole("27101", "28101"));
        String ends = file.replace("2022-01-01,", "2022-01-01,2026-01-01");
        as(TestTokens.token("s", "27", "steward"), ends).statusCode(403);
        as(TestTokens.token("s", "28", "steward"), ends).statusCode(200).body("teamsAltered", equalTo(1));
    }

    @Test
    void membersOfRecordedTeamsShouldBeForThoseWhoMaySeeThem() {
        communes("29", "29101");
        String file = "unit,kind,name,member_name,member_phone\n29101,COMMUNITY,Tổ,Người Kín,0900 000 004\n";
        String id = load("", file).statusCode(200).extract().path("items[0].id");
        for (String query : List.of("", "?dryRun=true")) {
            given().auth()
                    .oauth2(TestTokens.reporter("29"))
                    .contentType("text/csv")
                    .body(file.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/team-imports" + query)
                    .then()
                    .statusCode(403)
                    .body("membersUnchanged", nullValue());
        }
        vn.nhipso.directory.Directory.as(TestTokens.reporter("29"))
                .body(Map.of("name", "Người Kín", "phone", "0900 000 004", "role", "MEMBER"))
                .post("/v1/teams/" + id + "/members")
                .then()
                .statusCode(403);
        as(TestTokens.reporter("29101"), file).statusCode(200).body("membersUnchanged", equalTo(1));
    }

    @Test
    void aTeamShouldNotEndBeforeItsUnitBegins() {
        communes("73", "73101");
        String file = "unit,kind,name,valid_to\n73101,COMMUNITY,Tổ,\n";
        load("", file.replace("Tổ,", "Tổ,2020-01-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/valid_to"), "errors[0].code", equalTo("OUTSIDE_LIFE"));
        load("", file).statusCode(200);
        load("", file.replace("Tổ,", "Tổ,2020-01-01")).statusCode(422).body("errors[0].code", equalTo("OUTSIDE_LIFE"));
        post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                "73101",
                                "kind",
                                "YOUTH",
                                "level",
                                "COMMUNE",
                                "name",
                                "Tổ",
                                "validTo",
                                "2020-01-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validTo"), "errors[0].code", equalTo("OUTSIDE_LIFE"));
        post("/v1/committees", Map.of("unit", "73101", "name", "Ban", "to", "2021-01-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
    }

    @Test
    void theSameKeyShouldAnswerTheSameAndTooManyRowsBeRefused() {
        communes("74", "74101");
        String file = "unit,kind,name\n74101,COMMUNITY,Tổ\n";
        for (int sent = 0; sent < 2; sent++) {
            keyed(file).statusCode(200).body("status", equalTo("APPLIED"), "teamsBegun", equalTo(1));
        }
        keyed(file + "74101,YOUTH,Tổ\n").statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        load("?dryRun=true", "unit,kind,name\n" + "74101,COMMUNITY,Tổ\n".repeat(20_001))
                .statusCode(413)
                .body("code", equalTo("TOO_MANY_ROWS"));
    }

    @Test
    void twoCodesOfOneUnitShouldBeTheSameTeamTwice() {
        communes("04", "04101");
        record(change("ESTABLISH", "2021-01-01").begins("04101-01", "Một", "thôn", "04101"));
        record(change("RECODE", "2024-01-01")
                .ends("04101-01")
                .begins("04101-02", "Một", "thôn", "04101")
                .whole("04101-01", "04101-02"));
        load("", "unit,kind,name\n04101-01,COMMUNITY,Tổ\n04101-02,COMMUNITY,Tổ\n")
                .statusCode(422)
                .body("errors[0].row", equalTo(3), "errors[0].code", equalTo("DUPLICATE_ROW"));
    }

    private static ValidatableResponse keyed(String file) {
        return steward()
                .contentType("text/csv")
                .header("Idempotency-Key", "team-file-74")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/team-imports")
                .then();
    }

    @Test
    void aWorkbookShouldSayTheSameAsACsv() throws IOException {
        communes("98", "98101");
        byte[] workbook = TinyWorkbook.of(List.of(
                List.of("Mã đơn vị", "Loại tổ", "Tên tổ", "Họ và tên", "Số điện thoại"),
                List.of("98101", "Tổ công nghệ số cộng đồng", "Tổ", "Người Một", "0900000001")));
        steward()
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(workbook)
                .post("/v1/team-imports")
                .then()
                .statusCode(200)
                .body("teamsBegun", equalTo(1), "membersJoined", equalTo(1));
        load("", "unit,kind,name,member_name,member_phone\n98101,COMMUNITY,Tổ,Người Một,0900000001\n")
                .body("status", equalTo("UNCHANGED"));
    }

    @Test
    void theSameFileSentTwiceAtOnceShouldBeEnteredOnce() throws Exception {
        communes("97", "97101");
        String file = "unit,kind,name,member_name\n97101,COMMUNITY,Tổ,Người Một\n97101,YOUTH,Tổ,Người Hai\n";
        Callable<String> send = () -> load("", file).statusCode(200).extract().path("status");
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<String> first = pool.submit(send);
            Future<String> second = pool.submit(send);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("APPLIED", "UNCHANGED");
        }
        get("/v1/teams?unit=97101").body("items", hasSize(2));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void thousandsOfMembersShouldBeEnteredAtOnce() {
        communes("96", "96101");
        StringBuilder file = new StringBuilder("unit,kind,name,valid_from,member_name,member_role,member_from\n");
        for (int team = 0; team < 300; team++) {
            for (int member = 0; member < 10; member++) {
                file.append("96101,COMMUNITY,Tổ ")
                        .append(team)
                        .append(",2022-01-01,Người ")
                        .append(member)
                        .append(",MEMBER,2022-01-01\n");
            }
        }
        load("", file.toString())
                .statusCode(200)
                .body("teamsBegun", equalTo(300), "membersJoined", equalTo(3000), "itemCount", equalTo(300));
        load("", file.toString()).statusCode(200).body("status", equalTo("UNCHANGED"));
        get("/v1/team-counts?within=96&validAt=2024-01-01")
                .body("total.teams[0].teams", equalTo(300), "total.teams[0].members", equalTo(3000));
    }

    private static ValidatableResponse load(String query, String file) {
        return steward()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/team-imports" + query)
                .then();
    }

    private static ValidatableResponse as(String token, String file) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/team-imports")
                .then();
    }

    private static void communes(String province, String... communes) {
        var body = change("CATALOGUE", "2021-01-01").begins(province, "Tỉnh " + province, "tỉnh", "VN");
        for (String commune : communes) {
            body.begins(commune, "Xã " + commune, "xã", province);
        }
        record(body);
    }
}
