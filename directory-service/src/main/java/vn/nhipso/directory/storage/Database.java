package vn.nhipso.directory.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements on the connection of the running transaction, or outside one on a connection of its own. */
@ApplicationScoped
public class Database {

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
