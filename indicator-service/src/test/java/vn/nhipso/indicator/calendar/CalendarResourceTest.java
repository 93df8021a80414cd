package vn.nhipso.indicator.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class CalendarResourceTest {

    private static final String LATER = """
            {"deadlines":{"MONTH":2,"QUARTER":3,"HALF":4,"YEAR":5},"validFrom":"2090-01-01"}""";

    @Inject
    DataSource dataSource;

    @Inject
    Calendars calendars;

    private static Response put(String token, String calendar, String body, String ifMatch) {
        RequestSpecification request =
                given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/reporting-calendars/" + calendar);
    }

    @Test
    void newDeadlinesShouldCountForPeriodsThatCloseLaterOnly() throws SQLException {
        String tag = given().get("/v1/reporting-calendars/ADMINISTRATIVE")
                .then()
                .statusCode(200)
                .body("closesOn", equalTo(14))
                .body("deadlines.MONTH", equalTo(3))
                .extract()
                .header("ETag");
        put(TestTokens.steward(), "ADMINISTRATIVE", LATER, null)
                .then()
                .statusCode(428)
                .body("code", equalTo("PRECONDITION_REQUIRED"));
        put(TestTokens.steward(), "ADMINISTRATIVE", LATER, "\"77\"").then().statusCode(412);
        put(TestTokens.steward(), "ADMINISTRATIVE", LATER, tag)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("sequence", startsWith("indicator:"))
                .header("ETag", equalTo("\"2\""));
        put(TestTokens.steward(), "ADMINISTRATIVE", LATER, null)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));

        try (Connection connection = dataSource.getConnection()) {
            Schedule schedule = calendars.schedule(connection);
            assertThat(schedule.dueOn(ReportingCalendar.ADMINISTRATIVE, Period.parse("2024-09")))
                    .isEqualTo(LocalDate.parse("2024-09-17"));
            assertThat(schedule.dueOn(ReportingCalendar.ADMINISTRATIVE, Period.parse("2090-09")))
                    .isEqualTo(LocalDate.parse("2090-09-16"));
            assertThat(schedule.dueOn(ReportingCalendar.CALENDAR, Period.parse("2024-YTD07")))
                    .isEqualTo(LocalDate.parse("2024-08-05"));
            assertThat(schedule.dueOn(ReportingCalendar.CALENDAR, Period.parse("2024-07-03")))
                    .isNull();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> events().size() == 2);
        assertThat(events())
                .allSatisfy(event ->
                        EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8)));
    }

    private static List<ReceivedEvent> events() {
        return KafkaProbe.read(Topics.INDICATOR_CATALOGUE).stream()
                .filter(event -> "ADMINISTRATIVE".equals(event.key()))
                .toList();
    }

    @Test
    void calendarsShouldBeOpenToReadAndSetByStewardsOnly() {
        given().get("/v1/reporting-calendars")
                .then()
                .statusCode(200)
                .body("items.calendar", contains("CALENDAR", "ADMINISTRATIVE"));
        given().get("/v1/reporting-calendars/LUNAR").then().statusCode(400);
        put(TestTokens.approver(), "CALENDAR", LATER, "*").then().statusCode(403);
        put(TestTokens.steward(), "CALENDAR", "{\"deadlines\":{\"MONTH\":-1}}", "*")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"));
    }
}
