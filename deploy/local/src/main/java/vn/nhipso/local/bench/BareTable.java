package vn.nhipso.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import vn.nhipso.local.stack.StackDatabase;
import vn.nhipso.local.stack.StackException;

/** What everything is held against: one table in the same PostgreSQL, in a database of its own, written by nothing but the upsert. */
final class BareTable implements AutoCloseable {

    private static final String DATABASE = "bench_bare";
    private static final String CREATE = """
            CREATE TABLE bare (unit text COLLATE "C", period text COLLATE "C", indicator text COLLATE "C", scope text COLLATE "C",
              numerator numeric, denominator numeric, PRIMARY KEY (unit, period, indicator, scope))
            """;
    private static final String UPSERT = """
            INSERT INTO bare SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[])
            ON CONFLICT (unit, period, indicator, scope) DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator
            """;

    private final StackDatabase database;
    private final Connection connection;

    BareTable(StackDatabase database) {
        this.database = database;
        try {
            administer("DROP DATABASE IF EXISTS " + DATABASE);
            administer("CREATE DATABASE " + DATABASE);
            connection = database.connect(DATABASE);
            try (Statement create = connection.createStatement()) {
                create.execute(CREATE);
            }
        } catch (SQLException e) {
            throw new StackException("The table beside the stack cannot be made (" + e.getMessage() + ").", e);
        }
    }

    /** One client, a commit a batch, durable as the stack's. */
    void upsert(List<IngestRow> rows, int batch) {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (int from = 0; from < rows.size(); from += batch) {
                List<IngestRow> part = rows.subList(from, Math.min(rows.size(), from + batch));
                column(upsert, 1, "text", part, IngestRow::unit);
                column(upsert, 2, "text", part, IngestRow::period);
                column(upsert, 3, "text", part, IngestRow::indicator);
                column(upsert, 4, "text", part, row -> IngestRow.SCOPE);
                column(upsert, 5, "numeric", part, IngestRow::numerator);
                column(upsert, 6, "numeric", part, IngestRow::denominator);
                upsert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new StackException("The bare upsert failed (" + e.getMessage() + ").", e);
        }
    }

    private void column(
            PreparedStatement upsert, int place, String type, List<IngestRow> rows, Function<IngestRow, Object> value)
            throws SQLException {
        upsert.setArray(
                place, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }

    @Override
    public void close() {
        try {
            connection.close();
            administer("DROP DATABASE IF EXISTS " + DATABASE);
        } catch (SQLException e) {
            throw new StackException("The table beside the stack cannot be removed (" + e.getMessage() + ").", e);
        }
    }

    private void administer(String command) throws SQLException {
        try (Connection administration = database.administer();
                Statement statement = administration.createStatement()) {
            statement.execute(command);
        }
    }
}
