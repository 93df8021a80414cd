package vn.nhipso.indicator.measurement.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.indicator.Province.item;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** Writers of the same keys at the same time: nothing is lost, nothing hangs. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ConcurrentIngestTest {

    private static final int WRITERS = 12;
    private static final int BATCHES = 8;
    private static final int KEYS = 30;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void province() {
        Province.exists();
    }

    @Test
    void thereShouldBeAsManyRevisionsAsAcceptedRows() throws Exception {
        List<String> communes = Province.communes("con", KEYS);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int seed = writer;
            writers.add(() -> write(communes, seed));
        }

        int accepted = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> written : pool.invokeAll(writers)) {
                accepted += written.get();
            }
        }

        assertThat(accepted).isGreaterThan(KEYS);
        assertThat(
                        count(
                                "SELECT count(*) FROM measurement_revision r JOIN measurement m ON m.id = r.measurement_id WHERE m.unit LIKE 'con-%'"))
                .isEqualTo(accepted);
        assertThat(count("SELECT sum(last_revision) FROM measurement WHERE unit LIKE 'con-%'"))
                .isEqualTo(accepted);
        assertThat(count("""
                        SELECT count(*) FROM measurement_revision r
                        JOIN measurement_revision later ON later.measurement_id = r.measurement_id AND later.revision = r.revision + 1
                        WHERE later.recorded_at < r.recorded_at""")).isZero();
    }

    private static int write(List<String> communes, int seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<String> units = new ArrayList<>(communes);
            Collections.shuffle(units, random);
            String[] items = units.subList(0, KEYS / 2).stream()
                    .map(unit -> item(
                            "DG01",
                            unit,
                            "2022-01",
                            "OWN",
                            "\"numerator\":" + random.nextInt(100) + ",\"denominator\":100"))
                    .toArray(String[]::new);
            Response answer = Province.send(items);
            assertThat(answer.statusCode()).isIn(200, 201);
            accepted += answer.<Integer>path("accepted");
        }
        return accepted;
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
