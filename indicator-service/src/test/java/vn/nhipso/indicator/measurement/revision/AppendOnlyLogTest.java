package vn.nhipso.indicator.measurement.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** With the rights that the service itself has, nobody can alter what was recorded. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class AppendOnlyLogTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE measurement_revision SET value = 0",
                "DELETE FROM measurement_revision",
                "TRUNCATE measurement_revision",
                "ALTER TABLE measurement_revision ADD COLUMN x integer",
                "ALTER TABLE measurement_revision DISABLE TRIGGER ALL",
                "DROP TRIGGER measurement_revision_is_append_only ON measurement_revision",
                "DROP TABLE measurement_revision",
                "DROP FUNCTION measurement_revision_is_append_only CASCADE",
                "SET session_replication_role = replica",
                "SET ROLE postgres",
            })
    void roleOfTheServiceShouldNotAlterTheLog(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void roleOfTheServiceShouldOwnNothing() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        SELECT (SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = session_user), rolsuper
                        FROM pg_roles WHERE rolname = session_user""")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isZero();
            assertThat(row.getBoolean(2)).isFalse();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
