package vn.nhipso.indicator.measurement.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;
import static vn.nhipso.indicator.Province.send;
import static vn.nhipso.indicator.Province.sendAs;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** A value is taken back by a revision that says nothing; and what waits is published by one that says the same. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class WithdrawalTest {

    private static final String UNIT = "870";
    private static final String WITHDRAWAL =
            "\"withdrawn\":true,\"reason\":{\"code\":\"WRONG_UNIT\",\"text\":\"số của huyện khác\"}";

    @Inject
    DataSource dataSource;

    @Inject
    Publication publication;

    @BeforeEach
    void province() {
        Province.exists();
        Province.define("WT01", "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
    }

    private static String value(String period, String says) {
        return item("WT01", UNIT, period, "OWN", says);
    }

    private static String query(String period) {
        return "indicator=WT01&unit=" + UNIT + "&period=" + period;
    }

    private static String idOf(String period) {
        return read(query(period)).path("items[0].id");
    }

    @Test
    void whatIsWithdrawnShouldNotBeReadButWhatStoodThenShould() {
        send(value("2023-01", "\"numerator\":1,\"denominator\":2"));
        String id = idOf("2023-01");
        String known = read(query("2023-01")).path("items[0].recordedAt");

        send(value("2023-01", WITHDRAWAL)).then().statusCode(201).body("accepted", equalTo(1));
        send(value("2023-01", WITHDRAWAL)).then().statusCode(200).body("unchanged", equalTo(1));

        read(query("2023-01")).then().body("items", hasSize(0));
        read(query("2023-01") + "&asOf=" + known).then().body("items[0].numerator", equalTo(1));
        given().get("/v1/measurements/" + id + "/revisions")
                .then()
                .body("items.withdrawn", contains(false, true))
                .body("items[1].numerator", nullValue())
                .body("items[1].reason.code", equalTo("WRONG_UNIT"));

        send(value("2023-01", "\"numerator\":3,\"denominator\":4")).then().statusCode(201);
        read(query("2023-01"))
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].revision", equalTo(3))
                .body("items[0].numerator", equalTo(3));
    }

    @Test
    void withdrawalShouldBeAnEventOfItsOwn() {
        send(value("2023-02", "\"numerator\":1,\"denominator\":2"));
        send(value("2023-02", WITHDRAWAL));
        String key = "WT01|" + UNIT + "|2023-02|OWN";

        await().atMost(Duration.ofSeconds(20)).until(() -> events(key).size() >= 2);

        assertThat(events(key).getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo("vn.nhipso.measurement.withdrawn.v1");
            assertThat(event.partition()).isEqualTo(Topics.partition(Topics.INDICATOR_MEASUREMENTS, "WT01|2023"));
            EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8));
            assertThat(event.json().path("reason").path("text").asText()).isEqualTo("số của huyện khác");
        });
    }

    private static List<ReceivedEvent> events(String key) {
        return KafkaProbe.read(Topics.INDICATOR_MEASUREMENTS).stream()
                .filter(event -> key.equals(event.key()))
                .toList();
    }

    @Test
    void withdrawalShouldNeedSomethingToTakeBackAndSayNothingElse() {
        send(value("2023-03", WITHDRAWAL))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("NOTHING_TO_WITHDRAW"))
                .body("errors[0].pointer", equalTo("/items/0/withdrawn"));
        send(value("2023-03", "\"withdrawn\":true,\"value\":1"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("WRONG_SHAPE"));
        send(value("2023-03", "\"withdrawn\":\"yes\""))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("INVALID_FIELD"));
    }

    @Test
    void figureThatIsWithdrawnShouldResolveItsFinding() {
        send(value("2023-04", "\"numerator\":1,\"denominator\":2,\"value\":60"))
                .then()
                .body("results[0].findings[0].code", equalTo("STATED_PERCENT_DIFFERS"));

        send(value("2023-04", WITHDRAWAL));

        given().get("/v1/findings?" + query("2023-04")).then().body("items.state", contains("RESOLVED"));
    }

    @Test
    void withdrawalByAReporterShouldWaitBehindThePublishedValue() throws SQLException {
        String reporter = TestTokens.reporter(UNIT);
        send(value("2023-05", "\"numerator\":1,\"denominator\":2"));
        sendAs(reporter, "", value("2023-05", "\"withdrawn\":true"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("REASON_MISSING"));

        sendAs(reporter, "", value("2023-05", WITHDRAWAL)).then().statusCode(201);
        sendAs(reporter, "", value("2023-05", WITHDRAWAL)).then().statusCode(200);
        read(query("2023-05")).then().body("items[0].numerator", equalTo(1));

        assertThat(publish("2023-05").revisions()).isEqualTo(1);
        read(query("2023-05")).then().body("items", hasSize(0));
    }

    @Test
    void whatWaitsShouldBePublishedAsFurtherRevisions() throws SQLException {
        String reporter = TestTokens.reporter(UNIT);
        String both = item("WT01", UNIT, "2023-06", "CHILDREN", "\"numerator\":5,\"denominator\":6");
        send(value("2023-06", "\"numerator\":1,\"denominator\":2"));
        sendAs(reporter, "", value("2023-06", "\"numerator\":2,\"reason\":{\"code\":\"MISPRINT\"}"), both)
                .then()
                .statusCode(201);

        Publication.Published published = publish("2023-06");

        assertThat(published.revisions()).isEqualTo(2);
        read(query("2023-06"))
                .then()
                .body("items.scope", contains("CHILDREN", "OWN"))
                .body("items.numerator", contains(5, 2))
                .body("items.revision", contains(2, 3));
        given().auth()
                .oauth2(TestTokens.steward())
                .get("/v1/measurements/" + read(query("2023-06")).path("items[1].id") + "/revisions")
                .then()
                .body("items.published", contains(true, false, true))
                .body("items[2].author", equalTo("approver"))
                .body("items[2].reason.code", equalTo("APPROVED"));
        assertThat(publish("2023-06").revisions()).isZero();
    }

    private Publication.Published publish(String period) throws SQLException {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            Publication.Published published =
                    publication.publish(tx, UNIT, period, "approver", new Reason("APPROVED", "return 1"));
            tx.commit();
            tx.setAutoCommit(true);
            return published;
        }
    }

    @Test
    void firstValueThatIsTakenBackBeforeItWasPublishedShouldNeverBeTold() throws SQLException {
        String reporter = TestTokens.reporter(UNIT);
        sendAs(reporter, "", value("2023-07", "\"numerator\":1,\"denominator\":2"))
                .then()
                .statusCode(201);
        sendAs(reporter, "", value("2023-07", "\"withdrawn\":true")).then().statusCode(201);

        assertThat(publish("2023-07").revisions()).isZero();
        given().auth()
                .oauth2(reporter)
                .get("/v1/measurements?" + query("2023-07"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whatWasNeverPublishedShouldBeTakenBackByAStewardWithoutAWord() throws SQLException {
        String steward = TestTokens.steward();
        String first = "\"numerator\":1,\"denominator\":2";
        String other = item("WT01", UNIT, "2023-08", "CHILDREN", first);
        sendAs(TestTokens.reporter(UNIT), "", value("2023-08", first), other)
                .then()
                .statusCode(201);
        List<String> ids = given().auth()
                .oauth2(steward)
                .get("/v1/measurements?" + query("2023-08"))
                .path("items.id");

        send(value("2023-08", WITHDRAWAL)).then().statusCode(201).body("accepted", equalTo(1));
        send(value("2023-08", WITHDRAWAL)).then().statusCode(200).body("unchanged", equalTo(1));
        given().auth()
                .oauth2(steward)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/v1/measurements/" + ids.getFirst() + "/withdrawal")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("published", equalTo(false));

        for (String id : ids) {
            given().auth()
                    .oauth2(steward)
                    .get("/v1/measurements/" + id + "/revisions")
                    .then()
                    .body("items.published", contains(false, false))
                    .body("items.withdrawn", contains(false, true));
            given().get("/v1/measurements/" + id).then().statusCode(404);
        }
        assertThat(positions("2023-08")).isZero();
        assertThat(publish("2023-08").revisions()).isZero();
    }

    private int positions(String period) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT count(r.position) FROM measurement m JOIN measurement_revision r ON r.measurement_id = m.id
                        WHERE m.indicator = 'WT01' AND m.unit = ? AND m.period = ?""")) {
            select.setString(1, UNIT);
            select.setString(2, period);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
