package vn.nhipso.reporting.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.testing.TestDatabase;

class SessionTablesTest {

    private static final String FILE = "SELECT pg_relation_filenode('likely')";
    private static final String KNOWN =
            "SELECT n_distinct FROM pg_stats WHERE tablename = 'likely' AND attname = 'number'";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.dataSource(TestDatabase.create("session")).getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static SessionTables tables(boolean few) {
        return new SessionTables(
                List.of("likely"),
                "CREATE TEMP TABLE likely (number integer, words text)",
                "INSERT INTO likely SELECT i, 'w' FROM generate_series(1, 7) AS i",
                few);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsEmptiedShouldKeepItsPlansFromTransactionToTransaction(boolean few) throws SQLException {
        SessionTables tables = tables(few);
        tables.prepare(connection);
        assertThat(number("SELECT count(*) FROM likely")).isZero();
        connection.commit();
        long file = number(FILE);

        fill(10);
        tables.empty(connection);
        connection.commit();
        tables.prepare(connection);

        assertThat(number("SELECT count(*) FROM likely")).isZero();
        assertThat(number(FILE)).isEqualTo(file);
        assertThat(number(KNOWN)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatHasGrownShouldBeginAnew(boolean few) throws SQLException {
        SessionTables tables = tables(few);
        tables.prepare(connection);
        fill(30_000);
        tables.empty(connection);
        connection.commit();

        tables.prepare(connection);

        assertThat(number("SELECT count(*) FROM likely")).isZero();
        assertThat(number("SELECT pg_total_relation_size('likely')")).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasAnalyzedForOtherSizesShouldBeFittedAgain(boolean few) throws SQLException {
        SessionTables tables = tables(few);
        tables.prepare(connection);
        fill(1_000);
        execute("UPDATE likely SET number = 1; ANALYZE likely");
        assertThat(number(KNOWN)).isEqualTo(1);

        tables.fit(connection);

        assertThat(number("SELECT count(*) FROM likely")).isZero();
        assertThat(number(KNOWN)).isEqualTo(-1);
    }

    private void fill(int rows) throws SQLException {
        execute("INSERT INTO likely SELECT i, repeat('x', 50) FROM generate_series(1, " + rows + ") AS i");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
