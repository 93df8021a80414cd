package vn.nhipso.reporting.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.upkeep.Chore;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** What can be wrong with an event, at every depth at which it can be found out: none of it may stop its neighbours. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class PoisonResourceTest {

    private static final String TYPE = "vn.nhipso.measurement.published.v1";
    private static final String GOOD = measurement("B5-P 5507 2024-02 OWN =2").json();

    @Inject
    DataSource dataSource;

    @Inject
    @Any
    Instance<Chore> chores;

    @Test
    void noPoisonShouldStopItsNeighbours() throws SQLException {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(1, List.of(unit("5507", "PROVINCE", "VN"))));
        events.add(definition("B5-P", 1, "COUNT", "STOCK", "PROVINCE", null, "cái", "UP"));
        Feed.send(events);
        List<Event> poison = List.of(
                poison("no-json", "{"),
                poison("no-object", "[]"),
                poison("nothing", ""),
                poison("no-period", GOOD.replace("2024-02", "2024-13")),
                poison("no-scope", GOOD.replace("\"OWN\"", "\"NOWHERE\"")),
                poison("no-unit", GOOD.replace("\"5507\"", "null")),
                poison("nul", GOOD.replace("5507", "55\\u000007")),
                poison("nul-in-words", GOOD.replace("\"value\":2", "\"stated\":{\"status\":\"\\u0000\"}")),
                poison("too-many-revisions", GOOD.replace("\"revision\":1", "\"revision\":99999999999")),
                poison("no-such-number", GOOD.replace("\"value\":2", "\"value\":1e200000")),
                poison("too-long-for-an-index", GOOD.replace("5507", noise())));
        List<Event> mixed = new ArrayList<>();
        mixed.add(measurement("B5-P 5507 2024-01 OWN =1"));
        mixed.addAll(poison);
        mixed.add(new Event(Topics.INDICATOR_MEASUREMENTS, "B5-P|5507|2024-02|OWN", "vn.nhipso.unheard.of.v1", "{"));
        mixed.add(measurement("B5-P 5507 2024-03 OWN =3"));
        Feed.send(mixed);
        KafkaProbe.send(List.of(withoutValue("ce_id"), at("+999999999-12-31T23:59:59Z"), at("yesterday")));

        List<String> sent = Feed.send(measurement("B5-P 5507 2024-04 OWN =4"));

        for (int month : new int[] {1, 3, 4}) {
            assertThat(decimal(rollup(sent, "indicator=B5-P&unit=5507&period=2024-0" + month), "value"))
                    .isEqualTo(Integer.toString(month));
        }
        assertThat(keys("indicator.measurements"))
                .containsAll(poison.stream().map(Event::key).toList())
                .doesNotContain("B5-P|5507|2024-02|OWN");
        assertThat(keys("directory.teams")).filteredOn("headers"::equals).hasSize(3);
        count();
        assertThat(metrics())
                .containsPattern("nhipso_dead_letters\\{.*topic=\"directory.teams\".*} [1-9]")
                .containsPattern("nhipso_dead_letters_kept_total\\{.*topic=\"indicator.measurements\".*} [1-9]")
                .contains("nhipso_intake_lag_seconds");
    }

    private static Event poison(String key, String json) {
        return new Event(Topics.INDICATOR_MEASUREMENTS, "B5-P-" + key + "|5507|2024-02|OWN", TYPE, json);
    }

    /** What does not get shorter when it is compressed. */
    private static String noise() {
        Random random = new Random(5);
        return random.ints(9_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ProducerRecord<String, byte[]> withoutValue(String header) {
        ProducerRecord<String, byte[]> message = message();
        message.headers().remove(header).add(header, null);
        return message;
    }

    private static ProducerRecord<String, byte[]> at(String time) {
        ProducerRecord<String, byte[]> message = message();
        message.headers().remove("ce_time").add("ce_time", time.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static ProducerRecord<String, byte[]> message() {
        return KafkaProbe.message(Topics.DIRECTORY_TEAMS, 0, "headers", "vn.nhipso.team.changed.v1", 1, new byte[0]);
    }

    private static List<String> keys(String topic) {
        return given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/dead-letters?pageSize=1000&topic=" + topic)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.key", String.class);
    }

    /** What happens every ten seconds. */
    private void count() throws SQLException {
        Chore counting = chores.stream()
                .filter(chore -> chore.name().equals("Counting dead letters"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = dataSource.getConnection()) {
            counting.run(connection);
        }
    }

    private static String metrics() {
        return given().accept("text/plain").get("/q/metrics").then().extract().asString();
    }
}
