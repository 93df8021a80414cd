package vn.nhipso.directory.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Names and phone numbers: who touches them is known, and they can be forgotten. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class PersonalDataResourceTest {

    private static final String NAME = "Lê Thị Quên Lãng";
    private static final String FORMER_NAME = "Lê Thị Quền Lãng";
    private static final String PHONE = "0977 123 654";
    private static final String FORMER_PHONE = "0977 123 456";

    private final DataSource dataSource;

    PersonalDataResourceTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void everyTouchShouldBeLoggedWithoutTheValues() {
        String team = team("38", "38101");
        String path = "/v1/teams/" + team;
        String member = member(team, Map.of("name", "Ẩn Danh", "role", "MEMBER", "phone", "0900 000 001"), "log-1");
        given().get(path).then().statusCode(200);
        as(TestTokens.reporter("38101")).get(path).then().statusCode(200);
        steward()
                .header("If-Match", "*")
                .body(Map.of("phone", "0900 000 002", "role", "DEPUTY"))
                .patch(path + "/members/" + member)
                .then()
                .statusCode(200);
        steward()
                .header("If-Match", "*")
                .body(Map.of("role", "LEADER"))
                .patch(path + "/members/" + member)
                .then()
                .statusCode(200);

        String log = steward()
                .get(path + "/contact-log")
                .then()
                .statusCode(200)
                .body("items.action", contains("ENTERED", "READ", "CHANGED"))
                .body("items.by", contains("steward", "reporter-38101", "steward"))
                .body("items[0].fields", contains("name", "phone"))
                .body("items[1].member", nullValue())
                .body("items[2].fields", contains("phone"), "items[2].member", equalTo(member))
                .extract()
                .asString();
        assertThat(log).doesNotContain("Ẩn").doesNotContain("0900");
        steward().get(path + "/contact-log?pageSize=1").then().body("items", hasSize(1), "next", notNullValue());
        as(TestTokens.reporter("38101")).get(path + "/contact-log").then().statusCode(403);
        given().get(path + "/contact-log").then().statusCode(401);
        as(TestTokens.token("s", "37", "steward"))
                .get(path + "/contact-log")
                .then()
                .statusCode(403);
    }

    @Test
    void erasedPersonsShouldStandNowhereAndStillBeCounted() throws SQLException {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try {
            String team = team("39", "39101");
            String path = "/v1/teams/" + team;
            Map<String, Object> body =
                    Map.of("name", FORMER_NAME, "role", "DEPUTY", "body", "Đoàn Thanh niên", "phone", FORMER_PHONE);
            String member = member(team, body, "erased-1");
            String at = path + "/members/" + member;
            steward()
                    .header("If-Match", "*")
                    .body(Map.of("name", NAME, "phone", PHONE))
                    .patch(at)
                    .then()
                    .statusCode(200);
            refuseWithoutRepeating(team, at);
            assertThat(placesOf(NAME, PHONE)).isNotEmpty();

            String erasure = at + "/erasure";
            post(erasure, Map.of("reason", "lê thị quên lãng yêu cầu")).statusCode(422);
            post(erasure, Map.of("reason", "Số 0977.123.654 gọi đến")).statusCode(422);
            post(erasure, Map.of()).statusCode(422);
            as(TestTokens.reporter("39"))
                    .body(Map.of("reason", "x"))
                    .post(erasure)
                    .then()
                    .statusCode(403);
            as(TestTokens.reporter("39101"))
                    .body(Map.of("reason", "Theo yêu cầu của người đó"))
                    .post(erasure)
                    .then()
                    .statusCode(200);
            post(erasure, Map.of("reason", "Lần nữa")).statusCode(200);

            steward()
                    .get(at)
                    .then()
                    .body("name", nullValue(), "phone", nullValue(), "role", equalTo("DEPUTY"))
                    .body("body", equalTo("Đoàn Thanh niên"), "erasedAt", notNullValue());
            given().get(path).then().body("memberCounts.count", contains(1));
            steward()
                    .header("If-Match", "*")
                    .body(Map.of("name", NAME))
                    .patch(at)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("MEMBER_ERASED"));
            steward()
                    .header("If-Match", "*")
                    .body(Map.of("role", "MEMBER"))
                    .patch(at)
                    .then()
                    .statusCode(200);
            steward()
                    .get(path + "/contact-log")
                    .then()
                    .body("items.findAll { it.action == 'ERASED' }.reason", contains("Theo yêu cầu của người đó"));
            // The memory of the request holds no digest of the name any more either.
            steward()
                    .header("Idempotency-Key", "erased-1")
                    .body(body)
                    .post(path + "/members")
                    .then()
                    .statusCode(409);

            assertThat(placesOf(NAME, FORMER_NAME, PHONE, FORMER_PHONE, "Quên Lãng", "0977123654"))
                    .isEmpty();
            Awaitility.await().until(() -> eventsOf(team).size() >= 5);
            assertThat(String.join("\n", eventsOf(team))).doesNotContain("Lãng").doesNotContain("0977");
            assertThat(String.join("\n", logged)).doesNotContain("Lãng").doesNotContain("0977");
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    /** What is refused says where and what kind, not what was sent. */
    private static void refuseWithoutRepeating(String team, String at) {
        String members = "/v1/teams/" + team + "/members";
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("name", NAME, "role", "BOSS", "phone", PHONE),
                Map.of("name", NAME, "role", "MEMBER", "phone", PHONE + " hoặc " + FORMER_PHONE),
                Map.of("name", List.of(NAME), "role", "MEMBER"),
                Map.of("name", NAME + "\u202e", "role", "MEMBER", "phone", PHONE, "from", "1990-01-01"))) {
            String answer = post(members, bad).statusCode(422).extract().asString();
            assertThat(answer).doesNotContain("Lãng").doesNotContain("0977");
            String edit = steward()
                    .header("If-Match", "*")
                    .body(bad)
                    .patch(at)
                    .then()
                    .statusCode(422)
                    .extract()
                    .asString();
            assertThat(edit).doesNotContain("Lãng").doesNotContain("0977");
        }
    }

    @Test
    void whoCameBackShouldBeErasedInEveryMembership() {
        String team = team("94", "94101");
        String path = "/v1/teams/" + team;
        member(team, Map.of("name", "Đi Rồi Về", "role", "MEMBER", "phone", "0900 111 222", "to", "2023-01-01"), "b-1");
        String back = member(team, Map.of("name", "Đi rồi về", "role", "DEPUTY", "from", "2024-01-01"), "b-2");
        member(team, Map.of("name", "Ở Lại", "role", "MEMBER"), "b-3");
        post(path + "/members/" + back + "/erasure", Map.of("reason", "Số 0900.111.222"))
                .statusCode(422);
        post(path + "/members/" + back + "/erasure", Map.of("reason", "Theo yêu cầu"))
                .statusCode(200);
        String shown =
                steward().get(path).then().body("members", hasSize(3)).extract().asString();
        assertThat(shown).contains("Ở Lại").doesNotContainIgnoringCase("rồi").doesNotContain("0900");
        steward().get(path + "/contact-log").then().body("items.findAll { it.action == 'ERASED' }", hasSize(2));
    }

    @Test
    void theFormerSuperiorOfATransferredCommuneShouldSeeNobody() {
        String team = team("02", "02101");
        record(change("CATALOGUE", "2021-01-01").begins("03", "Tỉnh 03", "tỉnh", "VN"));
        member(team, Map.of("name", "Ẩn Danh", "role", "MEMBER"), "former-1");
        record(change("TRANSFER", "2024-01-01").begins("02101", "Xã 02101", "xã", "03"));
        String committee = post("/v1/committees", Map.of("unit", "02101", "name", "Ban", "from", "2022-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        String former = TestTokens.token("s", "02", "steward");
        as(former).get("/v1/teams/" + team).then().body("members", nullValue());
        as(former).get("/v1/teams/" + team + "/contact-log").then().statusCode(403);
        as(former)
                .body(Map.of("on", "2025-01-01"))
                .post("/v1/committees/" + committee + "/end")
                .then()
                .statusCode(403);
        as(TestTokens.token("s", "03", "steward"))
                .get("/v1/teams/" + team)
                .then()
                .body("members", hasSize(1));
    }

    @Test
    void aRowThatTheDatabaseRefusesShouldNotBeRepeatedInTheFailure() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO team_member (id, team_id, name, phone, role, recorded_at, recorded_by)"
                    + " SELECT uuidv7(), id, '" + NAME + "', '" + PHONE + "', 'BOSS', now(), '' FROM team LIMIT 1");
        } catch (SQLException refused) {
            assertThat(refused.toString()).doesNotContain("Lãng").doesNotContain("0977");
        }
    }

    /** Table and row wherever one of the words stands in any column of any type. */
    private List<String> placesOf(String... words) throws SQLException {
        List<String> places = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("team_member", "outbox", "idempotency_key", "contact_log");
            for (String table : tables) {
                for (String word : words) {
                    try (ResultSet rows = statement.executeQuery(
                            "SELECT count(*) FROM " + table + " t WHERE t::text ILIKE '%" + word + "%'")) {
                        rows.next();
                        if (rows.getInt(1) > 0) {
                            places.add(table + ": " + word);
                        }
                    }
                }
            }
        }
        return places;
    }

    private static List<String> eventsOf(String team) {
        return KafkaProbe.read(Topics.DIRECTORY_TEAMS).stream()
                .filter(event -> team.equals(event.key()))
                .map(event -> new String(event.data(), StandardCharsets.UTF_8))
                .toList();
    }

    private static Handler listener(Queue<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String member(String team, Map<String, Object> body, String key) {
        return steward()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/teams/" + team + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String team(String province, String commune) {
        record(change("CATALOGUE", "2021-01-01")
                .begins(province, "Tỉnh " + province, "tỉnh", "VN")
                .begins(commune, "Xã " + commune, "xã", province));
        return post("/v1/teams", Map.of("unit", commune, "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
