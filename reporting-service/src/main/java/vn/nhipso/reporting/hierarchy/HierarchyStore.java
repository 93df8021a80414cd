package vn.nhipso.reporting.hierarchy;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.intake.EventRejectedException;
import vn.nhipso.reporting.sql.SqlText;

/** Stages units and lineage and moves the hierarchy when the marker of their change has come. */
public final class HierarchyStore {

    public static final String UNIT = "vn.nhipso.unit.changed.v1";
    public static final String LINEAGE = "vn.nhipso.lineage.changed.v1";
    public static final String MARKER = "vn.nhipso.hierarchy.changed.v1";

    private static final String STAGE = sql("stage.sql");
    private static final String INCOMPLETE = sql("incomplete.sql");
    private static final String KNOW_CHANGES = sql("know-changes.sql");
    private static final String KNOW_UNITS = sql("know-units.sql");
    private static final String KNOW_LINEAGE = sql("know-lineage.sql");
    private static final String NEW_UNITS = sql("new-units.sql");
    private static final List<String> PUT_UNITS = List.of(sql("past-units.sql"), sql("put-units.sql"));
    private static final List<String> PUT_LINEAGE =
            List.of(sql("new-lineage.sql"), sql("moved-lineage.sql"), sql("past-lineage.sql"), sql("put-lineage.sql"));

    /** Hamlets do not report: where only they move, nothing has to be derived. */
    private static final String MORE_THAN_HAMLETS = """
            SELECT FROM (
              SELECT code FROM moved_code UNION SELECT code FROM moved_from UNION SELECT code FROM life_code
              UNION SELECT e.to_code FROM moved_from m JOIN lineage_edge e ON e.from_code = m.code
            ) m
            JOIN unit_version v ON v.code = m.code
            WHERE v.level < 4""";

    /** How much of the hierarchy is another. */
    public enum Moved {
        /** No change is whole yet. */
        NOTHING,
        /** Names, types, hamlets or shares: nobody lies elsewhere or is other people. */
        IN_PLACE,

        FEW,
        MANY
    }

    private final Connection transaction;

    public HierarchyStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** To be called first in a transaction. */
    public static void prepare(Connection transaction) throws SQLException {
        MovedTables.prepare(transaction);
    }

    /**
     * Takes in events of the hierarchy's topic, in their order.
     *
     * @return how many units lie elsewhere or are other people's; {@code moved_unit} and {@code moved_life} say which and when
     */
    public Moved apply(List<ReceivedEvent> events) throws SQLException {
        stage(events);
        String[] changes = events.stream()
                .filter(event -> event.type().equals(MARKER))
                .map(event -> event.json().path("changeId").asText())
                .distinct()
                .toArray(String[]::new);
        if (changes.length == 0) {
            return Moved.NOTHING;
        }
        MovedTables tables = MovedTables.empty(transaction);
        HierarchyDerivation derivation = new HierarchyDerivation(transaction, tables);
        for (String change : changes) {
            if (move(change, tables)) {
                derivation.derive();
            }
            tables.next();
        }
        run("DELETE FROM hierarchy_staging WHERE change_id = ANY (?)", changes);
        Moved moved = derivation.moved();
        return moved == Moved.NOTHING ? Moved.IN_PLACE : moved;
    }

    private void stage(List<ReceivedEvent> events) throws SQLException {
        try (PreparedStatement stage = transaction.prepareStatement(STAGE)) {
            stage.setArray(1, texts(events.stream().map(ReceivedEvent::type).toList()));
            stage.setArray(
                    2,
                    texts(events.stream()
                            .map(event -> new String(event.data(), StandardCharsets.UTF_8))
                            .toList()));
            stage.executeUpdate();
        }
    }

    /** One change after the other, so that what was known between two of them stays known. */
    private boolean move(String change, MovedTables tables) throws SQLException {
        refuse(INCOMPLETE, change);
        run(KNOW_CHANGES, change);
        int units = run(KNOW_UNITS, change);
        int edges = run(KNOW_LINEAGE, change);
        tables.hold(units + edges);
        if (tables.needStatistics()) {
            run("ANALYZE moved_code, moved_from");
        }
        boolean before = exists(MORE_THAN_HAMLETS);
        if (units > 0) {
            refuse(NEW_UNITS);
            if (tables.needStatistics()) {
                run("ANALYZE unit_new (code)");
            }
            run(PUT_UNITS);
        }
        if (edges > 0) {
            run(PUT_LINEAGE);
        }
        return before || exists(MORE_THAN_HAMLETS);
    }

    private void run(List<String> statements) throws SQLException {
        for (String statement : statements) {
            run(statement);
        }
    }

    /** Rejects what the query finds. */
    private void refuse(String query, String... changes) throws SQLException {
        try (PreparedStatement wrong = transaction.prepareStatement(query)) {
            if (changes.length > 0) {
                wrong.setArray(1, transaction.createArrayOf("text", changes));
            }
            try (ResultSet row = wrong.executeQuery()) {
                if (row.next()) {
                    throw new EventRejectedException(row.getString(1));
                }
            }
        }
    }

    private boolean exists(String query) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("SELECT EXISTS (" + query + ")");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Array texts(List<String> values) throws SQLException {
        return transaction.createArrayOf("text", values.toArray());
    }

    private int run(String sql, String... changes) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setArray(1, transaction.createArrayOf("text", changes));
            return statement.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static String sql(String resource) {
        return SqlText.of(HierarchyStore.class, resource).text();
    }
}
