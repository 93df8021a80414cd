package vn.nhipso.indicator.measurement.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Remembers how far PARTIAL streams with an Idempotency-Key came, each step in the transaction of its chunk. */
@ApplicationScoped
class StreamMemory {

    private static final String REQUEST = "POST /v1/measurement-batches PARTIAL stream";

    private final DataSource dataSource;
    private final IdempotencyKeys keys;

    StreamMemory(DataSource dataSource, IdempotencyKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /** Whose stream it is. */
    record Name(String caller, String key) {}

    /**
     * How far it came.
     *
     * @param digest of its lines up to there
     */
    record Reached(int rows, String digest, boolean done, BatchAnswer answer) {}

    @Nullable Reached find(Name name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT rows, digest, done, answer FROM measurement_stream WHERE caller = ? AND key = ?")) {
            select.setString(1, name.caller());
            select.setString(2, name.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Reached(
                                row.getInt(1),
                                row.getString(2),
                                row.getBoolean(3),
                                EventJson.read(row.getString(4).getBytes(StandardCharsets.UTF_8), BatchAnswer.class))
                        : null;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("stream not read", failed);
        }
    }

    /** Keeps the first step. */
    void begin(Connection tx, Name name, Reached reached) throws SQLException {
        if (keys.claim(tx, name.caller(), name.key(), REQUEST).isPresent()) {
            throw elsewhere();
        }
        keys.keep(tx, name.caller(), name.key(), new KeptAnswer(207, null, ""));
        write(
                tx,
                "INSERT INTO measurement_stream (rows, digest, done, answer, caller, key) VALUES (?, ?, ?, ?::json, ?, ?)",
                name,
                reached,
                null);
    }

    /** Keeps a further step; two requests with the same stream do not both take it. */
    void go(Connection tx, Name name, int from, Reached reached) throws SQLException {
        write(
                tx,
                "UPDATE measurement_stream SET rows = ?, digest = ?, done = ?, answer = ?::json WHERE caller = ? AND key = ? AND rows = ?",
                name,
                reached,
                from);
    }

    private static void write(Connection tx, String sql, Name name, Reached reached, @Nullable Integer from)
            throws SQLException {
        try (PreparedStatement write = tx.prepareStatement(sql)) {
            write.setInt(1, reached.rows());
            write.setString(2, reached.digest());
            write.setBoolean(3, reached.done());
            write.setString(4, EventJson.write(reached.answer()));
            write.setString(5, name.caller());
            write.setString(6, name.key());
            if (from != null) {
                write.setInt(7, from);
            }
            if (write.executeUpdate() != 1) {
                throw elsewhere();
            }
        }
    }

    /** Ends the stream where no chunk is left to do so. */
    void end(Name name, @Nullable Reached before, Reached reached) {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            boolean committed = false;
            try {
                if (before == null) {
                    begin(tx, name, reached);
                } else {
                    go(tx, name, before.rows(), reached);
                }
                tx.commit();
                committed = true;
            } finally {
                if (!committed) {
                    tx.rollback();
                }
                tx.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("stream not written", failed);
        }
    }

    static ProblemException reused() {
        return new ProblemException(
                KitProblem.IDEMPOTENCY_KEY_REUSED,
                new Text(
                        "Khóa này đã được dùng cho một luồng khác; hãy dùng khóa mới.",
                        "This key was used for another stream; use a new one."));
    }

    private static ProblemException elsewhere() {
        return new ProblemException(
                KitProblem.CONFLICT,
                new Text(
                        "Luồng này đang được nhận ở một yêu cầu khác.",
                        "This stream is being taken in by another request."));
    }
}
