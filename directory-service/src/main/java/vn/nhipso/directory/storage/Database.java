package vn.nhipso.directory.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements on the connection of the running transaction, or outside one on a connection of its own. */
@ApplicationScoped
public class Database {

    private static final int PORTION = 500;

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. Parameters as {@link Parameters} takes them. */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(row.read(rows));
                }
                return read;
            }
        } catch (SQLException failed) {
            throw new StorageException(failed);
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Taker {
        void take(ResultSet row) throws SQLException, IOException;
    }

    /** Hands every row on as it comes, so that an answer of any length takes the same little memory. Outside a transaction. */
    public void each(String sql, Taker taker, @Nullable Object... parameters) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            // The driver reads in portions only where it does not commit by itself.
            connection.setAutoCommit(false);
            // A reader who takes longer than that is cut off: he must not keep the connection from everybody else.
            try (Statement limit = connection.createStatement()) {
                limit.execute("SET LOCAL transaction_timeout = '60s'");
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(PORTION);
                Parameters.bind(statement, parameters);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taker.take(rows);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new StorageException(failed);
        }
    }

    /** What the only row says, if there is one and it says anything. */
    public <T> Optional<T> find(String sql, Row<T> row, @Nullable Object... parameters) {
        List<T> rows = list(sql, row, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }

    /** Rows touched. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new StorageException(failed);
        }
    }

    /** For statements that only take a lock or raise something. */
    public void call(String sql, @Nullable Object... parameters) {
        List<Boolean> ignored = list(sql, row -> Boolean.TRUE, parameters);
        if (ignored.isEmpty()) {
            throw new IllegalStateException("a call answers with a row: " + sql);
        }
    }
}
