package vn.nhipso.indicator.measurement.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.nhipso.indicator.Province.item;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
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
import vn.nhipso.kit.testing.TestTokens;

/** Writers of the same keys at the same time: nothing is lost, nothing hangs. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ConcurrentIngestTest {

    private static final int WRITERS = 8;
    private static final int BATCHES = 6;
    private static final int KEYS = 24;
    private static final int EDITORS = 64;
    private static final int EDITED = 16;

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

    /** Everybody reads a value, adds one and writes it back over what was read: where an edit got lost, the sum would be too small. */
    @Test
    void noneOf64ConflictingEditsShouldGetLost() throws Exception {
        List<String> ids = new ArrayList<>();
        Province.define("WT03", "COUNT", "STOCK", "MONTH", "\"DISTRICT\"", "\"unitOfMeasure\":\"count\",");
        for (int value = 0; value < EDITED; value++) {
            String period = (2021 + value / 8) + "-0" + (value % 8 + 1);
            Province.send(item("WT03", "870", period, "OWN", "\"value\":0"));
            ids.add(Province.read("indicator=WT03&unit=870&period=" + period).path("items[0].id"));
        }
        List<Callable<Integer>> editors = new ArrayList<>();
        for (int editor = 0; editor < EDITORS; editor++) {
            String id = ids.get(editor % EDITED);
            editors.add(() -> addOne(id));
        }

        try (ExecutorService pool = Executors.newFixedThreadPool(EDITORS)) {
            for (Future<Integer> acknowledged : pool.invokeAll(editors)) {
                assertThat(acknowledged.get()).isEqualTo(1);
            }
        }

        for (String id : ids) {
            given().get("/v1/measurements/" + id)
                    .then()
                    .body("value", equalTo(EDITORS / EDITED))
                    .body("revision", equalTo(1 + EDITORS / EDITED));
        }
    }

    /** How many writes were acknowledged. */
    private static int addOne(String id) {
        Response seen = given().get("/v1/measurements/" + id);
        String etag = seen.header("ETag");
        int value = seen.path("value");
        while (true) {
            Response answer = given().auth()
                    .oauth2(TestTokens.steward())
                    .contentType(ContentType.JSON)
                    .header("If-Match", etag)
                    .body("{\"value\":" + (value + 1) + "}")
                    .patch("/v1/measurements/" + id);
            if (answer.statusCode() == 200) {
                return 1;
            }
            assertThat(answer.statusCode()).isEqualTo(412);
            etag = answer.path("etag");
            value = answer.path("present.value");
        }
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
