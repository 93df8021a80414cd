package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.measurement.ContentRows;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.event.EventJson;

/** The set-based statements of the ingest: three at most for a batch, whatever its size. */
@ApplicationScoped
class MeasurementStore {

    private static final String STANDING = SqlResource.load(MeasurementStore.class, "standing.sql");
    private static final String RECORD = SqlResource.load(MeasurementStore.class, "record.sql");
    private static final String DRAFT = SqlResource.load(MeasurementStore.class, "draft.sql");

    private static final String NEWEST_POSITION =
            "SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM outbox_position";

    private static final String WITHDRAWN = "{\"withdrawn\":true}";

    private final Clock clock;

    MeasurementStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param complete false when somebody else wrote one of the keys since they were read: roll back and read again
     * @param position of the last event; 0 without any
     */
    record Written(boolean complete, long position) {}

    /** What stands for the keys; new keys are missing. */
    Map<Key, Standing> standing(Connection tx, List<Key> keys, boolean lock) throws SQLException {
        Map<Key, Standing> standing = HashMap.newHashMap(keys.size());
        try (PreparedStatement select = tx.prepareStatement(lock ? STANDING + "FOR UPDATE OF m" : STANDING)) {
            new Columns<>(select, keys)
                    .add("text", Key::unit)
                    .add("text", Key::period)
                    .add("text", Key::indicator)
                    .add("text", key -> key.scope().name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    standing.put(key(row), standing(row));
                }
            }
        }
        return standing;
    }

    /** Writes revisions that stand from now on, published or as the first of their keys. */
    Written record(Connection tx, List<Change> changes, String author, boolean publish) throws SQLException {
        try (PreparedStatement record = tx.prepareStatement(RECORD)) {
            bindRevisions(new Columns<>(record, changes), publish).set(now()).set(author);
            try (ResultSet written = record.executeQuery()) {
                written.next();
                return new Written(written.getBoolean(1), written.getLong(2));
            }
        }
    }

    /** Writes revisions that wait behind a published value. */
    boolean keepDrafts(Connection tx, List<Change> changes, Author author) throws SQLException {
        try (PreparedStatement draft = tx.prepareStatement(DRAFT)) {
            bindDrafts(new Columns<>(draft, changes)).set(now()).set(author.name());
            try (ResultSet written = draft.executeQuery()) {
                written.next();
                return written.getBoolean(1);
            }
        }
    }

    /** The rows of record.sql. */
    static Columns<Change> bindRevisions(Columns<Change> columns, boolean publish) throws SQLException {
        return columns.add("uuid", Change::id)
                .add("text", change -> change.key().unit())
                .add("text", change -> change.key().period())
                .add("text", change -> change.key().indicator())
                .add("text", change -> change.key().scope().name())
                .addContent(Change::content)
                .add("bool", change -> change.said().withdrawn())
                .add("int4", change -> change.said().definitionVersion())
                .add("bool", change -> change.said().atLowest())
                .add("int4", Change::revision)
                .add("text", change -> change.reason().code())
                .add("text", change -> change.reason().text())
                .add("int4", Change::family)
                .add("text", change -> change.isPublished(publish) ? MeasurementPublished.openJson(change) : null);
    }

    /** The rows of draft.sql. */
    static Columns<Change> bindDrafts(Columns<Change> columns) throws SQLException {
        return columns.add("uuid", Change::id)
                .addContent(Change::content)
                .add("bool", change -> change.said().withdrawn())
                .add("int4", change -> change.said().definitionVersion())
                .add("int4", Change::revision)
                .add("text", change -> change.reason().code())
                .add("text", change -> change.reason().text())
                .add("text", MeasurementStore::draft);
    }

    /** Where the outbox stands: everything committed so far is at or below it. */
    long newestPosition(Connection tx) throws SQLException {
        try (Statement select = tx.createStatement();
                ResultSet newest = select.executeQuery(NEWEST_POSITION)) {
            newest.next();
            return newest.getLong(1);
        }
    }

    /** The recording lock outlives a failed statement; after a rollback it must not go back to the pool with the connection. */
    static void releaseRecordingLock(Connection connection) throws SQLException {
        try (Statement unlock = connection.createStatement()) {
            unlock.execute("SELECT pg_advisory_unlock_all()");
        }
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString(1), row.getString(2), row.getString(3), Scope.valueOf(row.getString(4)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject(5, UUID.class),
                row.getInt(6),
                row.getInt(7),
                row.getBoolean(8),
                ContentRows.content(row, 9),
                row.getBoolean(18),
                draft(row.getString(17)),
                row.getBoolean(19));
    }

    private static String draft(Change change) {
        return change.said().withdrawn() ? WITHDRAWN : EventJson.write(change.content());
    }

    private static @Nullable Content draft(@Nullable String json) {
        return json == null ? null : ContentRows.fromJson(json, Content.class);
    }
}
