package vn.nhipso.indicator.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.indicator.feed.Feed.figure;
import static vn.nhipso.indicator.webhook.Hooks.SOON;
import static vn.nhipso.indicator.webhook.Hooks.awaitMessages;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.indicator.feed.Feed;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** What those are told who want to know of returns: each thing once. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ReturnNoticesTest {

    @Inject
    ReturnNotices notices;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void units() {
        Feed.unitsExist();
    }

    @Test
    void returnThatIsSentBackShouldBeToldOnceWithoutTheRemark() {
        try (TestReceiver receiver = new TestReceiver();
                TestReceiver other = new TestReceiver()) {
            hook(receiver, "659", "return.returned");
            hook(other, "650", "return.returned");
            String reporter = TestTokens.reporter("65901");
            Province.sendAs(reporter, "", figure("ET01", "65901", "2024-05", 1))
                    .then()
                    .statusCode(201);
            String id =
                    as(reporter).get("/v1/returns?unit=65901&period=2024-05").path("items[0].id");
            as(reporter)
                    .body("{}")
                    .post("/v1/returns/" + id + "/submission")
                    .then()
                    .statusCode(200);
            as(TestTokens.approver())
                    .body("{\"remark\":\"Thiếu nguồn số liệu\"}")
                    .post("/v1/returns/" + id + "/rejection")
                    .then()
                    .statusCode(200);

            awaitMessages(receiver, 1);
            JsonPath message = new JsonPath(receiver.received().getFirst().body());
            assertThat(message.getString("type")).isEqualTo("return.returned");
            assertThat(message.getList("data.returns.id")).containsExactly(id);
            assertThat(message.getList("data.returns.period")).containsExactly("2024-05");
            assertThat(receiver.received().getFirst().body()).doesNotContain("Thiếu");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void dueAndLateReturnsShouldBeToldOnceADay() throws SQLException {
        try (TestReceiver receiver = new TestReceiver()) {
            hook(receiver, "65901", "return.due\",\"return.late");

            remindAfter(LocalDate.parse("2022-07-01"), LocalDate.parse("2022-07-02"));
            notices.remind(LocalDate.parse("2022-07-02"));
            awaitMessages(receiver, 1);
            notices.remind(LocalDate.parse("2022-07-06"));
            awaitMessages(receiver, 2);

            assertThat(words(receiver, 0)).isEqualTo("return.due [65901] [2022-06] [2022-07-05]");
            assertThat(words(receiver, 1)).isEqualTo("return.late [65901] [2022-06] [2022-07-05]");
            await().during(Duration.ofMillis(200))
                    .atMost(SOON)
                    .until(() -> receiver.received().size() == 2);
        }
    }

    private static String words(TestReceiver receiver, int number) {
        JsonPath message = new JsonPath(receiver.received().get(number).body());
        return message.getString("type") + " " + message.getList("data.returns.unit") + " "
                + message.getList("data.returns.period") + " " + message.getList("data.returns.dueOn");
    }

    /** As if nobody had been reminded since a day. */
    private void remindAfter(LocalDate reminded, LocalDate today) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE webhook_notice SET reminded_on = '" + reminded + "'");
        }
        notices.remind(today);
    }

    private static void hook(TestReceiver receiver, String unit, String types) {
        Response answer = as(TestTokens.steward())
                .body("{\"url\":\"" + receiver.url() + "\",\"types\":[\"" + types + "\"],\"unit\":\"" + unit + "\"}")
                .post("/v1/webhooks");
        answer.then().statusCode(201);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
