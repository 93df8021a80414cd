package vn.nhipso.indicator.measurement.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class StageUpkeepTest {

    private static final String EMPTY = "{\"suspicious\":[],\"corrected\":[],\"alone\":[]}";

    @Inject
    StageUpkeep upkeep;

    @Inject
    DataSource dataSource;

    @Test
    void deliveriesThatDiedShouldBeEndedAndOthersLeftAlone() throws SQLException {
        UUID died = stage("FILLING", "2 hours");
        UUID filled = stage("FILLED", "2 hours");
        UUID written = stage("WRITTEN", "5 minutes");
        UUID working = stage("FILLING", "10 minutes");
        execute("INSERT INTO measurement_stage_review (stage, page, review, ties) VALUES ('" + written + "', 0, '"
                + EMPTY + "', '{}')");

        try (Connection connection = dataSource.getConnection()) {
            upkeep.run(connection);
        }

        assertThat(left()).contains(working).doesNotContain(died, filled, written);
        execute("DELETE FROM measurement_stage WHERE id = '" + working + "'");
    }

    private UUID stage(String state, String ago) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("INSERT INTO measurement_stage (id, state, touched_at) VALUES ('" + id + "', '" + state
                + "', now() - interval '" + ago + "')");
        return id;
    }

    private List<UUID> left() throws SQLException {
        List<UUID> left = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM measurement_stage")) {
            while (row.next()) {
                left.add(row.getObject(1, UUID.class));
            }
        }
        return left;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
