package vn.nhipso.indicator.measurement.ingest;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/**
 * The ingest beside a bare upsert of the same rows into the same server, in one run: {@code -Dtest=IngestBench -Dnhipso.bench=true}. Orientation
 * for whoever touches the hot path; what must be reached (DESIGN 10) is measured on the local stack.
 */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
@EnabledIfSystemProperty(named = "nhipso.bench", matches = "true")
class IngestBench {

    private static final Logger LOG = Logger.getLogger(IngestBench.class);
    private static final int COMMUNES = 2_500;
    private static final int MONTHS = 12;
    private static final int BATCH = 5_000;
    private static final int CLIENTS = 2;

    @Inject
    DataSource dataSource;

    @TestHTTPResource("/v1/measurement-batches")
    URI batches;

    @Test
    void measure() throws Exception {
        Province.exists();
        List<String> communes = communes();
        send(List.of(Province.batch(Province.item("DG01", communes.getLast(), "2020-01", "OWN", "\"value\":1"))));
        for (int round = 0; round < 3; round++) {
            report("new", send(bodies(communes, 2021 + round, 0)));
            report("corrected", send(bodies(communes, 2021 + round, 1)));
            report("unchanged", send(bodies(communes, 2021 + round, 1)));
            bare(communes, 2021 + round, "bare new");
            bare(communes, 2021 + round, "bare again");
        }
    }

    /** Directly into the copy: thousands of events are not what is measured. */
    private List<String> communes() throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO unit_version (code, valid_from, name, level, parent_code) VALUES (?, DATE '2000-01-01', 'x', 'COMMUNE', '870')")) {
            for (int number = 0; number < COMMUNES; number++) {
                codes.add("ben" + (10_000 + number));
                insert.setString(1, codes.getLast());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return codes;
    }

    private static void report(String what, double seconds) {
        LOG.infof("bench %-12s %,8.0f rows/s", what, COMMUNES * MONTHS / seconds);
    }

    private static List<String> bodies(List<String> communes, int year, int correction) {
        List<String> bodies = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            for (int unit = 0; unit < communes.size(); unit++) {
                items.add(Province.item(
                        unit % 2 == 0 ? "DG01" : "DG08",
                        communes.get(unit),
                        year + "-" + (month < 10 ? "0" : "") + month,
                        "OWN",
                        "\"numerator\":" + (unit % 500 + correction) + ",\"denominator\":1000"));
                if (items.size() == BATCH) {
                    bodies.add(Province.batch(items.toArray(String[]::new)));
                    items.clear();
                }
            }
        }
        return bodies;
    }

    private double send(List<String> bodies) throws Exception {
        String token = TestTokens.steward();
        long begin = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Integer>> posts = new ArrayList<>();
            for (String body : bodies) {
                posts.add(() -> client.send(
                                HttpRequest.newBuilder(batches)
                                        .header("Content-Type", "application/json")
                                        .header("Authorization", "Bearer " + token)
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode());
            }
            for (Future<Integer> status : pool.invokeAll(posts)) {
                if (status.get() >= 300) {
                    throw new AssertionError("status " + status.get());
                }
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void bare(List<String> communes, int year, String what) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try (var create = connection.createStatement()) {
                create.execute(
                        "CREATE TABLE IF NOT EXISTS bare (unit text COLLATE \"C\", period text COLLATE \"C\", indicator text COLLATE \"C\", scope text COLLATE \"C\","
                                + " numerator numeric, denominator numeric, PRIMARY KEY (unit, period, indicator, scope))");
            }
            long begin = System.nanoTime();
            for (int from = 0; from < communes.size() * MONTHS; from += BATCH) {
                Object[][] columns = new Object[6][BATCH];
                for (int row = 0; row < BATCH; row++) {
                    int number = from + row;
                    columns[0][row] = communes.get(number % communes.size());
                    columns[1][row] = year + "-" + (number / communes.size() + 1);
                    columns[2][row] = "DG01";
                    columns[3][row] = "OWN";
                    columns[4][row] = number % 500;
                    columns[5][row] = 1000;
                }
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO bare SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[])"
                                + " ON CONFLICT (unit, period, indicator, scope) DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator")) {
                    for (int column = 0; column < 6; column++) {
                        insert.setArray(
                                column + 1, connection.createArrayOf(column < 4 ? "text" : "numeric", columns[column]));
                    }
                    insert.executeUpdate();
                }
            }
            report(what, (System.nanoTime() - begin) / 1e9);
        }
    }
}
