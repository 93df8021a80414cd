package vn.nhipso.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.LocalStack;
import vn.nhipso.local.stack.Service;

/** Processes die without a word at the worst moments: what was acknowledged is in the rollups afterwards, once. */
class KillIT {

    private static final String INDICATOR = "DG01";
    private static final int IMPORTED = 2_000;

    private final DemoStack demo = DemoStack.get();
    private final LocalStack stack = demo.stack();

    /** Both dead at once: what arrived while the one was away, and the last of it directly before the other died. */
    @Test
    void figuresShouldArriveWhenReportingWasDeadAndTheServiceDiedDirectlyAfterIts201() {
        String period = "2023-05";
        send(counts(period, 10, 20));
        awaitRollup("934", period, 10, 20);
        stack.kill(Service.REPORTING);
        send(counts(period, 15, 30).counts(INDICATOR, "31408", period, "OWN", 1, 10));
        send(counts("2023-06", 7, 8));
        send(counts("2023-07", 123, 456));
        stack.kill(Service.INDICATOR);
        startTogether(() -> stack.startAgain(Service.REPORTING), () -> stack.startAgain(Service.INDICATOR));
        awaitRollup("934", period, 16, 40);
        awaitRollup("93", period, 16, 40);
        awaitRollup("934", "2023-06", 7, 8);
        awaitRollup("934", "2023-07", 123, 456);
        awaitRollup("93", "2023-07", 123, 456);
    }

    /** The broker is away, so the figure cannot have left the service before it dies: only the outbox can bring it. */
    @Test
    void acknowledgedFigureShouldArriveWhenTheServiceDiesBeforeItCouldSendIt() {
        String period = "2023-10";
        stack.killBroker();
        try {
            send(counts(period, 124, 457));
            stack.kill(Service.INDICATOR);
        } finally {
            startTogether(stack::startBrokerAgain, () -> stack.startAgain(Service.INDICATOR));
        }
        awaitRollup("934", period, 124, 457);
        awaitRollup("93", period, 124, 457);
    }

    @Test
    void figuresTakenWhileTheBrokerWasDeadShouldArriveWhenItIsBack() {
        String period = "2023-08";
        stack.killBroker();
        try {
            send(counts(period, 5, 9));
        } finally {
            stack.startBrokerAgain();
        }
        awaitRollup("93", period, 5, 9);
    }

    @Test
    void acknowledgedFigureShouldSurviveAKilledDatabase() {
        String period = "2023-09";
        send(counts(period, 6, 7));
        stack.killDatabase();
        Reply away = demo.anybody(Service.REPORTING)
                .once(demo.anybody(Service.REPORTING)
                        .request(DemoStack.rollupPath(INDICATOR, "93", period, List.of()))
                        .build());
        stack.startDatabaseAgain();
        assertThat(away.status()).as(away.body()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        awaitRollup("93", period, 6, 7);
    }

    /** In the middle of a job: afterwards all of the list is there or, while the job begins again, nothing of it. */
    @Test
    void importShouldBeWholeWhenTheDirectoryDiesInTheMiddleOfIt() throws Exception {
        String day = "2025-12-01";
        Catalogue catalogue = Catalogue.of(demo, "2025-11-30").put("77", "Thử Nghiệm", "tỉnh", "province", "");
        IntStream.range(0, IMPORTED)
                .forEach(i -> catalogue.put(Integer.toString(77_001 + i), "Thử " + i, "xã", "commune", "77"));
        ApiClient directory = demo.steward(Service.DIRECTORY);
        Reply taken = directory.once(directory
                .request("/v1/unit-imports?validFrom=" + day + "&act=KILL-1")
                .header("Content-Type", "text/csv")
                .header("Prefer", "respond-async")
                .POST(HttpRequest.BodyPublishers.ofFile(catalogue.write("killed-list.csv")))
                .build());
        assertThat(taken.status()).as(taken.problem()).isEqualTo(202);
        String job =
                URI.create(taken.headers().firstValue("Location").orElseThrow()).getRawPath();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !status(directory, job).equals("QUEUED"));
        stack.kill(Service.DIRECTORY);
        stack.startAgain(Service.DIRECTORY);
        assertThat(imported(directory, day)).isIn(0, IMPORTED);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> status(directory, job).equals("SUCCEEDED"));
        assertThat(imported(directory, day)).isEqualTo(IMPORTED);
    }

    private static String status(ApiClient directory, String job) {
        return directory.get(job).json().path("status").asText();
    }

    private static int imported(ApiClient directory, String day) {
        JsonNode counts =
                directory.get("/v1/unit-counts?within=77&validAt=" + day).json();
        return counts.path("items")
                .valueStream()
                .filter(level -> level.path("level").asText().equals("COMMUNE"))
                .mapToInt(level -> level.path("count").asInt())
                .sum();
    }

    private static void startTogether(Runnable... starts) {
        CompletableFuture.allOf(Arrays.stream(starts)
                        .map(start -> CompletableFuture.runAsync(start, Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static Batch counts(String period, long numerator, long denominator) {
        return new Batch().counts(INDICATOR, "934", period, "OWN", numerator, denominator);
    }

    private void send(Batch batch) {
        Reply reply = demo.steward(Service.INDICATOR).post("/v1/measurement-batches", batch.json());
        assertThat(reply.status()).as(reply.problem()).isEqualTo(201);
    }

    private void awaitRollup(String unit, String period, long numerator, long denominator) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    JsonNode computed = demo.rollup(INDICATOR, unit, period).path("computed");
                    assertThat(computed.path("numerator").decimalValue())
                            .isEqualByComparingTo(Long.toString(numerator));
                    assertThat(computed.path("denominator").decimalValue())
                            .isEqualByComparingTo(Long.toString(denominator));
                });
    }
}
