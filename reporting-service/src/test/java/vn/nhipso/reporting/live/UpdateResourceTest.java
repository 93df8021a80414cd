package vn.nhipso.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class UpdateResourceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource("/v1/updates")
    URI updates;

    /** Lines as they come, until it is closed. */
    private record Stream(InputStream body, List<String> lines) implements Closeable {

        static Stream of(URI uri, String lastEventId) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            InputStream body = HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofInputStream())
                    .body();
            List<String> lines = new CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> read(body, lines));
            return new Stream(body, lines);
        }

        private static void read(InputStream body, List<String> lines) {
            try (body) {
                java.io.BufferedReader reader =
                        new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8));
                String line = reader.readLine();
                while (line != null) {
                    lines.add(line);
                    line = reader.readLine();
                }
            } catch (IOException closed) {
                lines.add("closed");
            }
        }

        String first(String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.substring(field.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private Stream listen(String query, String lastEventId) throws Exception {
        Stream stream = Stream.of(URI.create(updates + "?" + query), lastEventId);
        await().atMost(SOON).until(() -> !stream.lines().isEmpty());
        return stream;
    }

    @Test
    void listenerShouldHearOfItsUnitAndComeBackToWhatItMissed() throws Exception {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("54300", "PROVINCE", "VN"),
                        unit("54310", "DISTRICT", "54300"),
                        unit("54311", "COMMUNE", "54310"))));
        events.add(definition("X5LIV", "COUNT", "FLOW", "COMMUNE", null));
        get("/v1/rollups?indicator=X5LIV&unit=54300&period=2024", Feed.send(events))
                .then()
                .statusCode(200);
        String id;
        try (Stream stream = listen("unit=54310&indicator=X5LIV", null)) {
            Feed.send(measurement("X5LIV 54311 2024-01 OWN =1"));
            await().atMost(SOON).until(() -> stream.first("data") != null);
            assertThat(stream.first("event")).isEqualTo("rollup");
            assertThat(stream.first("data"))
                    .contains(
                            "\"indicator\":\"X5LIV\"", "\"period\":\"2024-01\"", "\"units\":[\"54310\"]", "indicator:");
            id = stream.first("id");
        }
        get(
                        "/v1/rollups?indicator=X5LIV&unit=54300&period=2024-02",
                        Feed.send(measurement("X5LIV 54311 2024-02 OWN =2")))
                .then()
                .statusCode(200);
        try (Stream stream = listen("unit=54300&descendants=true", id)) {
            await().atMost(SOON).until(() -> stream.first("data") != null);
            assertThat(stream.first("data")).contains("2024-02", "[\"54300\",\"54310\",\"54311\"]");
        }
        try (Stream stream = listen("unit=54300", "1-1")) {
            await().atMost(SOON).until(() -> "reset".equals(stream.first("event")));
        }
    }

    @Test
    void nobodyShouldListenForWhatThereIsNot() {
        get("/v1/updates", List.of()).then().statusCode(400);
        get("/v1/updates?unit=54399", List.of()).then().statusCode(404);
    }
}
