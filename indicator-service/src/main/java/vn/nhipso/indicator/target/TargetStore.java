package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;

/** Writes targets, as many as there are at once, and tells them. Within the running transaction. */
@ApplicationScoped
class TargetStore {

    /** Writers of single keys go beside one another, a file goes alone: its keys would be too many locks. */
    private static final String LOCK_KEY =
            "SELECT pg_advisory_xact_lock_shared(7305, 0), pg_advisory_xact_lock(7304, hashtext(?))";

    private static final String LOCK_ALL = "SELECT pg_advisory_xact_lock(7305, 0), ?::text";

    private static final String SUPERSEDE = """
            UPDATE target t SET superseded_by = n.id
            FROM unnest(?::uuid[], ?::uuid[]) AS n (id, supersedes) WHERE t.id = n.supersedes
            """;

    private static final String WRITE = SqlResource.load(TargetStore.class, "write.sql");

    private final DataSource dataSource;
    private final Outbox outbox;

    TargetStore(DataSource dataSource, Outbox outbox) {
        this.dataSource = dataSource;
        this.outbox = outbox;
    }

    void lock(Aim aim) {
        run(LOCK_KEY, lock -> lock.setString(1, aim.indicator() + "|" + aim.unit() + "|" + aim.period()));
    }

    void lockAll() {
        run(LOCK_ALL, lock -> lock.setString(1, ""));
    }

    /** Writes entries, each over the one that it supersedes; returns the token up to which that reaches. */
    String write(List<Target> targets) {
        // First what is superseded: two current entries of a key are refused by the database.
        run(SUPERSEDE, mark -> {
            List<Target> over =
                    targets.stream().filter(target -> target.supersedes != null).toList();
            mark.setArray(1, array(mark, "uuid", over, target -> target.id));
            mark.setArray(2, array(mark, "uuid", over, target -> target.supersedes));
        });
        run(WRITE, insert -> fill(insert, targets));
        return outbox.token(
                outbox.append(targets.stream().map(TargetStore::message).toList()));
    }

    private static void fill(PreparedStatement insert, List<Target> targets) throws SQLException {
        insert.setString(1, targets.getFirst().author);
        insert.setObject(2, targets.getFirst().recordedAt.atOffset(ZoneOffset.UTC));
        insert.setArray(3, array(insert, "uuid", targets, target -> target.id));
        insert.setArray(4, array(insert, "text", targets, target -> target.indicator));
        insert.setArray(5, array(insert, "text", targets, target -> target.unit));
        insert.setArray(6, array(insert, "text", targets, target -> target.period));
        insert.setArray(7, array(insert, "int4", targets, target -> target.revision));
        insert.setArray(8, array(insert, "text", targets, target -> target.comparator));
        insert.setArray(9, array(insert, "numeric", targets, target -> target.value));
        insert.setArray(10, array(insert, "text", targets, target -> String.join(" ", target.qualifiers)));
        insert.setArray(11, array(insert, "text", targets, target -> target.documentTitle));
        insert.setArray(12, array(insert, "text", targets, target -> target.documentNumber));
        insert.setArray(13, array(insert, "date", targets, target -> target.documentIssuedOn));
        insert.setArray(14, array(insert, "text", targets, target -> target.assignedBy));
        insert.setArray(15, array(insert, "text", targets, target -> target.note));
        insert.setArray(16, array(insert, "uuid", targets, target -> target.supersedes));
        insert.setArray(17, array(insert, "bool", targets, target -> target.withdrawn));
    }

    private static OutboxMessage message(Target target) {
        TargetSet event = TargetSet.of(target);
        return new OutboxMessage(Topics.INDICATOR_CATALOGUE, event.key(), TargetSet.TYPE, EventJson.write(event));
    }

    private static Array array(
            PreparedStatement statement, String type, List<Target> rows, Function<Target, @Nullable Object> column)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, rows.stream().map(column).toArray());
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Binding parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.on(statement);
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException("targets not written", failed);
        }
    }
}
