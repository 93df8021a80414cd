package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;

/**
 * The indicator service dies while a long file, a stream and a batch are all on their way in: what it had acknowledged is there, each of them is
 * completed by going on or by being sent again, and nothing is stored or counted twice.
 */
class IngestKillIT {

    private static final String BATCHES = "/v1/measurement-batches";
    private static final String FILE = "C5-FILE";
    private static final String STREAM = "C5-STREAM";
    private static final String BATCH = "C5-BATCH";
    /** Rows of one commit, and of a batch at most. */
    private static final int CHUNK = 5_000;

    private final DemoStack demo = DemoStack.get();
    // A sender that hangs would hang everybody else on a connection of HTTP/2.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApiClient indicator = demo.steward(Service.INDICATOR, http);
    private final KilledYears years = new KilledYears(demo);

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void fileStreamAndBatchShouldBeWholeAndCountOnceWhenTheServiceDiesInTheMiddleOfThem() {
        years.prepare(FILE, STREAM, BATCH);
        CountDownLatch dead = new CountDownLatch(1);
        CompletableFuture<Reply> stream = unclear(() -> indicator.once(lines(hanging(CHUNK + 500, dead))));
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !years.stored(STREAM, years.first()).isEmpty());
        String job = submit();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> indicator.get(job).json().path("status").asText().equals("RUNNING"));
        CompletableFuture<Reply> batch = unclear(() -> indicator.once(json(years.items(BATCH, CHUNK))));
        Reply acknowledged = indicator.post(BATCHES, years.late(BATCH));
        demo.stack().kill(Service.INDICATOR);
        dead.countDown();
        assertThat(acknowledged.status()).as(acknowledged.problem()).isEqualTo(201);
        assertThat(stream.join().status()).isNotEqualTo(207);
        demo.stack().startAgain(Service.INDICATOR);

        int batchStored = years.revisions(BATCH).size() - 1;
        assertThat(batchStored).as("all of the batch or nothing").isIn(0, CHUNK);
        if (batch.join().status() == 201) {
            assertThat(batchStored).isEqualTo(CHUNK);
        }
        assertThat(years.stored(BATCH, years.latest())).hasSize(1);
        assertCounts(indicator.once(json(years.items(BATCH, CHUNK))).json(), CHUNK - batchStored, batchStored);
        // What the stream brought before the kill was committed; of the rest nothing was.
        assertCounts(indicator.once(lines(text(STREAM, KilledYears.ROWS))).json(), KilledYears.ROWS - CHUNK, CHUNK);
        assertCounts(result(job), KilledYears.ROWS, 0);
        JsonNode again = result(submit());
        assertCounts(again, 0, KilledYears.ROWS);

        assertThat(years.revisions(FILE)).hasSize(KilledYears.ROWS).containsOnly(1);
        assertThat(years.revisions(STREAM)).hasSize(KilledYears.ROWS).containsOnly(1);
        assertThat(years.revisions(BATCH)).hasSize(CHUNK + 1).containsOnly(1);
        years.assertRollups(again.path("sequence").asText(), FILE, STREAM);
    }

    /** No answer is an answer too: the status 0. */
    private static CompletableFuture<Reply> unclear(Supplier<Reply> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread)
                .exceptionally(_ -> new Reply(0, HttpHeaders.of(Map.of(), (_, _) -> true), ""));
    }

    private String submit() {
        Reply reply = indicator.once(indicator
                .request(BATCHES + "?mode=PARTIAL&numberFormat=plain")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(years.csv(FILE)))
                .build());
        assertThat(reply.status()).as(reply.problem()).isEqualTo(202);
        return URI.create(reply.headers().firstValue("Location").orElseThrow()).getRawPath();
    }

    private JsonNode result(String job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> indicator.get(job).json().path("status").asText().equals("SUCCEEDED"));
        return indicator.get(job).json().path("result");
    }

    private HttpRequest json(JsonNode body) {
        return indicator
                .request(BATCHES)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest lines(InputStream lines) {
        return indicator
                .request(BATCHES + "?mode=PARTIAL")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                .build();
    }

    private InputStream text(String of, int rows) {
        return new ByteArrayInputStream(years.lines(of, rows).getBytes(StandardCharsets.UTF_8));
    }

    /** A sender that pauses behind so many rows, until the service is dead. */
    private InputStream hanging(int rows, CountDownLatch dead) {
        return new SequenceInputStream(text(STREAM, rows), new InputStream() {
            @Override
            public int read() {
                try {
                    dead.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        });
    }

    private static void assertCounts(JsonNode answer, int accepted, int unchanged) {
        assertThat(answer.path("accepted").asInt()).as(answer.toString()).isEqualTo(accepted);
        assertThat(answer.path("unchanged").asInt()).isEqualTo(unchanged);
        assertThat(answer.path("rejected").asInt()).isZero();
    }
}
