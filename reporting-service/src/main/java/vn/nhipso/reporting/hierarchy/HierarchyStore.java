package vn.nhipso.reporting.hierarchy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
    private static final String PUT_UNITS = sql("put-units.sql");
    private static final String KNOW_LINEAGE = sql("know-lineage.sql");
    private static final String PUT_LINEAGE = sql("put-lineage.sql");
    private static final List<String> DERIVE = List.of(
            "INSERT INTO unit_ancestor_before SELECT * FROM unit_ancestor",
            "INSERT INTO unit_life_before SELECT * FROM unit_life",
            "DELETE FROM unit_ancestor",
            "DELETE FROM unit_size",
            "DELETE FROM unit_life",
            sql("derive-ancestors.sql"),
            "ANALYZE unit_version, unit_ancestor",
            sql("derive-sizes.sql"),
            sql("derive-lives.sql"),
            "ANALYZE unit_size, unit_life, unit_ancestor_before, unit_life_before");

    private final Connection transaction;

    public HierarchyStore(Connection transaction) {
        this.transaction = transaction;
    }

    /**
     * Takes in events of the hierarchy's topic, in their order.
     *
     * @return whether the reporting hierarchy moved; {@code unit_ancestor_before} and {@code unit_life_before} then hold what it was
     */
    public boolean apply(List<ReceivedEvent> events) throws SQLException {
        stage(events);
        String[] changes = events.stream()
                .filter(event -> event.type().equals(MARKER))
                .map(event -> event.json().path("changeId").asText())
                .distinct()
                .toArray(String[]::new);
        if (changes.length == 0) {
            return false;
        }
        requireComplete(changes);
        boolean moved = move(changes);
        run("DELETE FROM hierarchy_staging WHERE change_id = ANY (?)", changes);
        if (moved) {
            derive();
        }
        return moved;
    }

    /** What the hierarchy was before is no longer needed. */
    public void forget() throws SQLException {
        run("DELETE FROM unit_ancestor_before");
        run("DELETE FROM unit_life_before");
    }

    private void stage(List<ReceivedEvent> events) throws SQLException {
        try (PreparedStatement stage = transaction.prepareStatement(STAGE)) {
            stage.setArray(1, texts(events.stream().map(ReceivedEvent::type).toList()));
            stage.setArray(
                    2,
                    texts(events.stream().map(event -> event.json().toString()).toList()));
            stage.executeUpdate();
        }
    }

    private void requireComplete(String[] changes) throws SQLException {
        try (PreparedStatement incomplete = transaction.prepareStatement(INCOMPLETE)) {
            incomplete.setArray(1, transaction.createArrayOf("text", changes));
            try (ResultSet row = incomplete.executeQuery()) {
                if (row.next()) {
                    throw new EventRejectedException(row.getString(1));
                }
            }
        }
    }

    private boolean move(String[] changes) throws SQLException {
        run(KNOW_CHANGES, changes);
        String[] codes = select(KNOW_UNITS, changes);
        String[] divided = select(KNOW_LINEAGE, changes);
        boolean before = concernsMoreThanHamlets(codes);
        run("DELETE FROM unit_version WHERE code = ANY (?)", codes);
        run(PUT_UNITS, codes);
        run("DELETE FROM lineage_edge WHERE from_code = ANY (?)", divided);
        run(PUT_LINEAGE, divided);
        return before || concernsMoreThanHamlets(codes) || concernsMoreThanHamlets(divided);
    }

    /** Hamlets do not report: where only they move, nothing has to be derived. */
    private boolean concernsMoreThanHamlets(String[] codes) throws SQLException {
        return select("SELECT code FROM unit_version WHERE code = ANY (?) AND level < 4 LIMIT 1", codes).length > 0;
    }

    private void derive() throws SQLException {
        for (String statement : DERIVE) {
            run(statement);
        }
    }

    private Array texts(List<String> values) throws SQLException {
        return transaction.createArrayOf("text", values.toArray());
    }

    private String[] select(String sql, String[] parameter) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setArray(1, transaction.createArrayOf("text", parameter));
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found.toArray(String[]::new);
        }
    }

    private void run(String sql, String[] parameter) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setArray(1, transaction.createArrayOf("text", parameter));
            statement.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String sql(String resource) {
        return SqlText.of(HierarchyStore.class, resource).text();
    }
}
