package vn.nhipso.indicator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.indicator.feed.Feed.changes;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** A follower beside writers who commit in another order than that of their positions. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ConcurrentFeedTest {

    private static final int WRITERS = 4;
    private static final int BATCHES = 8;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void units() {
        Feed.unitsExist();
    }

    @Test
    void everyAcknowledgedWriteShouldBeSeenOnceAndInOrder() throws Exception {
        String start = Feed.publish("ET01", "65001", "2024-12", 0).path("sequence");
        List<Map<String, Object>> seen = new ArrayList<>();
        int accepted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int seed = writer;
                writers.add(threads.submit((Callable<Integer>) () -> write(seed)));
            }
            Future<Integer> slow = threads.submit(this::positionsHeldOpen);
            String after = start;
            while (!slow.isDone() || !writers.stream().allMatch(Future::isDone)) {
                after = read(after, "&waitSeconds=1", seen);
            }
            for (Future<Integer> writer : writers) {
                accepted += writer.get();
            }
            assertThat(slow.get()).isEqualTo(BATCHES);
            Feed.publish("ET02", "65901", "2024-12", 1);
            read(after, "", seen);
        }

        assertThat(seen).hasSize(accepted);
        assertThat(seen.stream().map(ConcurrentFeedTest::position)).isSorted().doesNotHaveDuplicates();
        Map<Object, Integer> revisions = new HashMap<>();
        for (Map<String, Object> change : seen) {
            Map<?, ?> measurement = (Map<?, ?>) change.get("measurement");
            int revision = (Integer) measurement.get("revision");
            assertThat(revision).isEqualTo(revisions.merge(measurement.get("id"), 1, Integer::sum));
        }
    }

    private static String read(String after, String more, List<Map<String, Object>> seen) {
        Response page = changes("after=" + after + "&pageSize=1000&indicator=ET01&within=650" + more);
        page.then().statusCode(200);
        seen.addAll(page.path("items"));
        return page.path("next");
    }

    private static Long position(Map<String, Object> change) {
        return Feed.position((String) change.get("sequence"));
    }

    /** Batches that meet at the same keys; each answer is what was acknowledged. */
    private static int write(int seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<String> items = new ArrayList<>();
            for (String commune : Feed.COMMUNES) {
                items.add(Feed.figure("ET01", commune, "2024-0" + (1 + random.nextInt(3)), random.nextInt(100)));
            }
            Response answer = Province.send(items.toArray(String[]::new));
            assertThat(answer.statusCode()).isIn(200, 201);
            accepted += answer.<Integer>path("accepted");
        }
        return accepted;
    }

    /** Somebody who takes positions and is slow to end, with and without success. */
    private int positionsHeldOpen() throws SQLException, InterruptedException {
        int held = 0;
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            for (; held < BATCHES; held++) {
                try (Statement statement = slow.createStatement()) {
                    statement.execute("SELECT pg_advisory_xact_lock_shared(7301, 1), nextval('outbox_position')");
                }
                TimeUnit.MILLISECONDS.sleep(30);
                if (held % 2 == 0) {
                    slow.commit();
                } else {
                    slow.rollback();
                }
            }
            slow.setAutoCommit(true);
        }
        return held;
    }
}
