package vn.nhipso.indicator.finding.comparison;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.sendAs;
import static vn.nhipso.indicator.Province.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Whatever was written in whatever order: what the follower leaves is what somebody finds who looks at everything for the first time. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class FollowedFindingsTest {

    private static final int WRITES = 40;
    private static final String[] PERIODS = {"2022-03", "2023-02", "2023-03", "2023-04", "2024-03"};
    private static final String[] SAYS = {
        "\"value\":80",
        "\"value\":83",
        "\"value\":78.5",
        "\"value\":81",
        "\"value\":82",
        "\"value\":20",
        "\"value\":0",
        "\"value\":30,\"qualifiers\":[\"AT_LEAST\"]",
        "\"numerator\":9,\"denominator\":100",
        "\"absence\":\"NO_METHOD\"",
        "\"withdrawn\":true"
    };

    private static final String UNRESOLVED = """
            SELECT unit, period, indicator, scope, code, detail_vi, of_published FROM finding
            WHERE indicator = ? AND state <> 'RESOLVED' AND code IN ('JUMP', 'OUTLIER', 'STATUS_DIFFERS')
            """;

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @ValueSource(longs = {20240414L, 7L})
    void findingsBehindAnyWritesShouldBeThoseOfAFirstLook(long seed) throws SQLException {
        Random random = new Random(seed);
        String indicator = "DT64-" + seed;
        List<String> communes = communes("6420" + seed);
        Province.exists();
        Province.define(indicator, "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");

        for (int write = 0; write < WRITES; write++) {
            List<String> items = new ArrayList<>();
            String period = PERIODS[random.nextInt(PERIODS.length)];
            String says = SAYS[random.nextInt(SAYS.length)];
            boolean many = random.nextInt(3) == 0;
            for (int index = many ? 0 : random.nextInt(communes.size()); index < communes.size(); index++) {
                items.add(item(
                        indicator,
                        communes.get(index),
                        period,
                        "OWN",
                        says + ",\"reason\":{\"code\":\"TYPO\",\"text\":\"x\"}"));
                if (!many) {
                    break;
                }
                says = SAYS[random.nextInt(6)];
            }
            String token = random.nextInt(4) == 0 ? TestTokens.reporter("VN") : TestTokens.steward();
            sendAs(token, "?mode=PARTIAL", items.toArray(String[]::new)).then().statusCode(207);
        }
        caughtUp();
        TreeSet<String> followed = findings(indicator);

        lookAtEverythingAnew(indicator);
        caughtUp();

        assertThat(followed).isNotEmpty().isEqualTo(findings(indicator));
    }

    @Test
    void changeOfUnitsShouldSetRightWhatItTouches() throws SQLException {
        Province.exists();
        List<String> communes = communes("64208");
        Province.define("DT65", "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
        Province.change(unit("64209", "DISTRICT", "92", "2021-01-01", null));
        List<String> items = new ArrayList<>();
        for (String commune : communes) {
            items.add(item("DT65", commune, "2023-03", "OWN", "\"value\":8" + items.size()));
        }
        items.set(0, item("DT65", communes.getFirst(), "2023-03", "OWN", "\"value\":20"));
        sendAs(TestTokens.steward(), "", items.toArray(String[]::new)).then().statusCode(201);
        caughtUp();
        assertThat(findings("DT65")).hasSize(1).first().asString().contains("OUTLIER");

        Province.change(communes.subList(3, 7).stream()
                .map(code ->
                        unit(code, "COMMUNE", "64209", "2021-01-01", null).replace("\"revision\":1", "\"revision\":2"))
                .toArray(String[]::new));

        await().atMost(Duration.ofSeconds(20)).until(() -> findings("DT65").isEmpty());
        lookAtEverythingAnew("DT65");
        caughtUp();
        assertThat(findings("DT65")).isEmpty();
    }

    @Test
    void measurementThatAlwaysFailsShouldBePassedOverAndTold() throws SQLException {
        Province.exists();
        List<String> failing = communes("57301");
        List<String> fine = communes("57302");
        Province.define("I503", "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
        List<String> items = new ArrayList<>();
        for (List<String> communes : List.of(failing, fine)) {
            for (int number = 0; number < communes.size(); number++) {
                String value = "\"value\":" + (number == 0 ? 20 : 80 + number);
                items.add(item("I503", communes.get(number), "2023-03", "OWN", value));
            }
        }
        sendAs(TestTokens.steward(), "", items.toArray(String[]::new)).then().statusCode(201);
        caughtUp();
        assertThat(findings("I503")).hasSize(2);

        asOwner("ALTER TABLE finding ADD CONSTRAINT ck_test CHECK (unit <> '57301-0' OR state = 'RESOLVED') NOT VALID");
        try {
            lookAtEverythingAnew("I503");
            caughtUp();
        } finally {
            asOwner("ALTER TABLE finding DROP CONSTRAINT ck_test");
        }
        assertThat(findings("I503")).singleElement().asString().startsWith("57302-0|");
        given().auth()
                .oauth2(TestTokens.reporter("57301"))
                .get("/v1/check-faults")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/check-faults")
                .then()
                .statusCode(200)
                .body("items.unit", hasItem("57301-0"))
                .body("items.unit", everyItem(startsWith("57301-")))
                .body("items[0].cause", containsString("ck_test"));

        given().auth()
                .oauth2(TestTokens.operator())
                .post("/v1/check-faults/repetition")
                .then()
                .statusCode(200)
                .body("repeated", greaterThan(0));
        caughtUp();
        assertThat(findings("I503")).hasSize(2);
        given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/check-faults")
                .then()
                .body("items", empty());
    }

    /** The role of the service may not do it. */
    private void asOwner(String statement) throws SQLException {
        String role = ConfigProvider.getConfig().getValue("quarkus.flyway.username", String.class);
        try (Connection service = dataSource.getConnection();
                Connection owner =
                        DriverManager.getConnection(service.getMetaData().getURL(), role, role);
                Statement execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }

    private static List<String> communes(String district) {
        List<String> codes = new ArrayList<>();
        List<String> units = new ArrayList<>(List.of(unit(district, "DISTRICT", "92", "2021-01-01", null)));
        for (int number = 0; number < 7; number++) {
            codes.add(district + "-" + number);
            units.add(unit(district + "-" + number, "COMMUNE", district, "2021-01-01", null));
        }
        Province.change(units.toArray(String[]::new));
        return codes;
    }

    private void lookAtEverythingAnew(String indicator) throws SQLException {
        execute("DELETE FROM finding WHERE indicator = ?", indicator);
        execute(
                "INSERT INTO check_request (unit, period, indicator, scope) SELECT unit, period, indicator, scope FROM measurement WHERE indicator = ?",
                indicator);
    }

    private void execute(String statement, String indicator) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement execute = connection.prepareStatement(statement)) {
            execute.setString(1, indicator);
            assertThat(execute.executeUpdate()).isPositive();
        }
    }

    private void caughtUp() {
        String newest = sendAs(
                        TestTokens.steward(), "?mode=PARTIAL", item("DG01", "870", "2021-01", "WHOLE", "\"value\":1"))
                .path("sequence");
        long position = Long.parseLong(newest.substring(newest.indexOf(':') + 1));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    String checked = given().get("/v1/findings?pageSize=1").path("checkedUpTo");
                    return Long.parseLong(checked.substring(checked.indexOf(':') + 1)) >= position && requests() == 0;
                });
    }

    private long requests() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM check_request");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private TreeSet<String> findings(String indicator) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(UNRESOLVED)) {
            select.setString(1, indicator);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int column = 1; column <= 7; column++) {
                        line.append(row.getString(column)).append('|');
                    }
                    found.add(line.toString());
                }
            }
        }
        return found;
    }
}
