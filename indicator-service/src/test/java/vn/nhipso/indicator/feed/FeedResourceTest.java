package vn.nhipso.indicator.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.sendAs;
import static vn.nhipso.indicator.feed.Feed.changes;
import static vn.nhipso.indicator.feed.Feed.figure;
import static vn.nhipso.indicator.feed.Feed.publish;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** What a follower of the change feed gets. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class FeedResourceTest {

    @BeforeEach
    void units() {
        Feed.unitsExist();
    }

    @Test
    void firstValueShouldBePublishedAndTheNextACorrectionWithWhatItReplaces() {
        String start = publish("ET01", "65001", "2022-01", 1).path("sequence");
        String before = changes("after=" + start).path("next");
        publish("ET01", "65002", "2022-01", 20);
        publish("ET01", "65002", "2022-01", 21);

        Response answer = changes("after=" + before + "&unit=65002");

        answer.then()
                .statusCode(200)
                .body("items.type", contains("PUBLISHED", "CORRECTED"))
                .body("items.measurement.revision", contains(1, 2))
                .body("items[0].previous", nullValue())
                .body("items[1].measurement.numerator", equalTo(21))
                .body("items[1].measurement.published", equalTo(true))
                .body("items[1].previous.numerator", equalTo(20))
                .body("items[1].reason.code", equalTo("NOT_GIVEN"));
        String last = answer.path("items[1].sequence");
        changes("after=" + last + "&unit=65002").then().body("items", hasSize(0));
    }

    @Test
    void figureThatWaitsForPublicationShouldNeverShow() {
        String reporter = TestTokens.reporter("65003");
        String start = publish("ET01", "65003", "2022-01", 1).path("sequence");
        sendAs(reporter, "", figure("ET01", "65003", "2022-02", 5)).then().statusCode(201);
        sendAs(
                        reporter,
                        "",
                        item("ET01", "65003", "2022-01", "OWN", "\"numerator\":2,\"reason\":{\"code\":\"MISPRINT\"}"))
                .then()
                .statusCode(201);
        publish("ET01", "65003", "2022-03", 3);

        List<Map<String, Object>> seen = Feed.all(start, "&unit=65003", 10);

        assertThat(seen).hasSize(1);
        assertThat(Feed.state(Map.of(), seen)).containsOnly(Map.entry("ET01|65003|2022-03", 3));
    }

    @Test
    void withdrawalShouldShowWithoutAValueAndTheNextValueAsACorrection() {
        String start = publish("ET02", "65003", "2023-01", 7).path("sequence");
        Province.send(item(
                        "ET02",
                        "65003",
                        "2023-01",
                        "OWN",
                        "\"withdrawn\":true,\"reason\":{\"code\":\"WRONG_UNIT\",\"text\":\"nhầm đơn vị\"}"))
                .then()
                .statusCode(201);
        publish("ET02", "65003", "2023-01", 8);

        await().untilAsserted(() ->
                changes("unit=65003&after=" + start).then().body("items.type", contains("WITHDRAWN", "CORRECTED")));
        changes("unit=65003&after=" + start)
                .then()
                .body("items[0].measurement.numerator", nullValue())
                .body("items[0].measurement.revision", equalTo(2))
                .body("items[0].previous.numerator", equalTo(7))
                .body("items[0].reason.text", equalTo("nhầm đơn vị"))
                .body("items[1].previous", nullValue())
                .body("items[1].measurement.numerator", equalTo(8));
        assertThat(Feed.state(Map.of("ET02|65003|2023-01", 7), Feed.all(start, "&unit=65003", 1)))
                .containsOnly(Map.entry("ET02|65003|2023-01", 8));
    }

    @Test
    void filtersAndPagesShouldGiveTheSameInPieces() {
        String start = publish("ET01", "65004", "2022-01", 0).path("sequence");
        List<String> figures = new ArrayList<>();
        for (int month = 2; month < 5; month++) {
            figures.add(figure("ET01", "65004", "2022-0" + month, month));
            figures.add(figure("ET02", "65004", "2022-0" + month, month));
            figures.add(figure("ET02", "65901", "2022-0" + month, month));
        }
        Province.send(figures.toArray(String[]::new)).then().statusCode(201);
        publish("ET01", "65006", "2022-12", 1);

        assertThat(Feed.all(start, "&unit=65004&unit=65901", 2)).hasSize(9);
        assertThat(Feed.all(start, "&unit=65004&unit=65901", 7))
                .isEqualTo(Feed.all(start, "&unit=65004&unit=65901", 1_000));
        assertThat(Feed.all(start, "&indicator=ET02&unit=65004", 4)).hasSize(3);
        assertThat(Feed.all(start, "&within=659&indicator=ET02", 4))
                .isEqualTo(Feed.all(start, "&unit=65901&indicator=ET02", 100));
        assertThat(Feed.all(start, "&within=659&unit=65004", 4)).isEmpty();
        assertThat(Feed.all(start, "&within=87&unit=65004&indicator=ET01", 4)).hasSize(3);
    }

    @Test
    void longPollShouldEndWithTheChangeItWaitsForAndNotWithOthers() throws Exception {
        String start = publish("ET01", "65005", "2022-01", 1).path("sequence");
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> waiting =
                    threads.submit(() -> changes("after=" + start + "&waitSeconds=20&unit=65005&indicator=ET02"));
            publish("ET01", "65005", "2022-02", 2);
            publish("ET02", "65005", "2022-02", 3);
            waiting.get().then().statusCode(200).body("items.measurement.numerator", contains(3));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void waitWithoutNewsShouldEndEmptyWithThePlaceToGoOnFrom() {
        String start = publish("ET01", "65006", "2022-01", 1).path("sequence");
        Response answer = changes("after=" + start + "&waitSeconds=1&unit=65006");

        answer.then().statusCode(200).body("items", hasSize(0));
        publish("ET01", "65006", "2022-02", 2);
        changes("after=" + answer.<String>path("next") + "&unit=65006").then().body("items", hasSize(1));
    }

    @Test
    void linesShouldEndWithThePlaceToGoOnFrom() {
        String start = publish("ET01", "65006", "2023-01", 1).path("sequence");
        publish("ET01", "65006", "2023-02", 54);

        String[] lines = given().accept("application/x-ndjson")
                .get("/v1/changes?unit=65006&after=" + start)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .split("\n");

        assertThat(lines).hasSize(2);
        assertThat(lines[0]).contains("\"numerator\":54").contains("\"type\":\"PUBLISHED\"");
        assertThat(lines[1]).matches("\\{\"next\":\"indicator:\\d+\"}");
    }

    @Test
    void feedWithoutAPlaceShouldBeginAtTheBeginning() {
        publish("ET01", "65006", "2023-03", 1);

        changes("pageSize=1").then().statusCode(200).body("items", hasSize(1));
        assertThat(Feed.state(Map.of(), Feed.all("indicator:0", "&unit=65006", 1_000)))
                .containsEntry("ET01|65006|2023-03", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=x",
                "after=directory:1",
                "after=indicator:01",
                "after=indicator:999999999999999999",
                "after=indicator:-1",
                "waitSeconds=31",
                "waitSeconds=-1",
                "waitSeconds=soon",
                "pageSize=0",
                "pageSize=1001",
                "cursor=x",
            })
    void wrongParameterShouldBeAProblem(String query) {
        Response answer = changes(query);

        answer.then().statusCode(400);
        assertThat(answer.<String>path("code")).isIn("INVALID_CURSOR", "INVALID_PARAMETER", "UNKNOWN_PARAMETER");
    }

    @Test
    void feedReplayedFromAnyPlaceShouldGiveTheState() {
        Random random = new Random(4);
        String start = publish("ET02", "65001", "2021-01", 0).path("sequence");
        for (int write = 0; write < 12; write++) {
            String commune = Feed.COMMUNES.get(random.nextInt(3));
            Province.send(figure("ET02", commune, "2021-0" + (1 + random.nextInt(4)), random.nextInt(9)));
        }
        publish("ET01", "65006", "2021-12", 1);
        List<Map<String, Object>> changes = Feed.all(start, "&within=650&indicator=ET02", 5);
        Map<String, Object> end = Feed.state(Map.of(), changes);

        for (int tries = 0; tries < 3; tries++) {
            int applied = random.nextInt(changes.size() + 1);
            Map<String, Object> state = Feed.state(new HashMap<>(), changes.subList(0, applied));
            String at = applied == 0 ? start : (String) changes.get(applied - 1).get("sequence");
            assertThat(Feed.state(state, Feed.all(at, "&within=650&indicator=ET02", 3 + random.nextInt(9))))
                    .isEqualTo(end);
        }
        end.forEach((key, numerator) -> {
            String[] parts = key.split("\\|", -1);
            given().get("/v1/measurements?indicator=" + parts[0] + "&unit=" + parts[1] + "&period=" + parts[2])
                    .then()
                    .body("items[0].numerator", equalTo(numerator));
        });
    }
}
