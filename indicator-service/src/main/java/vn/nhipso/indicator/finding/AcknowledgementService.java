package vn.nhipso.indicator.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Lets a finding stand with a reason, and takes that back. */
@ApplicationScoped
class AcknowledgementService {

    private static final String LOCKED = Finding.SELECT + " AND finding.id = ? FOR UPDATE OF finding";

    private static final String STATE = """
            UPDATE finding SET state = ?, acknowledged_reason = ?, acknowledged_by = ?, acknowledged_at = ?, revision = revision + 1
            WHERE id = ?
            """;

    private final DataSource dataSource;
    private final IdempotencyKeys keys;
    private final Clock clock;

    AcknowledgementService(DataSource dataSource, IdempotencyKeys keys, Clock clock) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * An acknowledgement that is asked for.
     *
     * @param expected the revision that If-Match names; null where it was not given
     */
    record Order(
            UUID id,
            @Nullable String expected,
            String reason,
            String author,
            @Nullable String idempotencyKey,
            Locale language) {

        String fingerprint() {
            return "POST /v1/findings/" + id + "/acknowledgement " + expected + " " + reason;
        }
    }

    /** 201, or 200 where the same stands already. */
    KeptAnswer acknowledge(Order order) {
        return transaction(tx -> {
            String key = order.idempotencyKey();
            Optional<KeptAnswer> kept =
                    key == null ? Optional.empty() : keys.claim(tx, order.author(), key, order.fingerprint());
            if (kept.isPresent()) {
                return kept.get();
            }
            KeptAnswer answer = acknowledge(tx, order);
            if (key != null) {
                keys.keep(tx, order.author(), key, answer);
            }
            return answer;
        });
    }

    private KeptAnswer acknowledge(Connection tx, Order order) throws SQLException {
        Finding before = locked(tx, order.id());
        hold(before, order.expected());
        if (before.state() == FindingView.State.RESOLVED) {
            throw new ProblemException(
                    IndicatorProblem.FINDING_RESOLVED,
                    new Text(
                            "Phát hiện này đã hết; không còn gì để xác nhận.",
                            "The finding is gone; there is nothing to acknowledge."));
        }
        FindingView.Acknowledgement known = before.acknowledgement();
        boolean same = known != null
                && order.reason().equals(known.reason())
                && order.author().equals(known.by());
        if (!same) {
            put(tx, order.id(), order.reason(), order.author());
        }
        Finding now = same ? before : locked(tx, order.id());
        return new KeptAnswer(
                same ? 200 : 201,
                same ? null : "/v1/findings/" + order.id(),
                EventJson.write(now.view(order.language(), true)));
    }

    /** Opens it again. */
    void takeBack(UUID id, String expected) {
        transaction(tx -> {
            Finding before = locked(tx, id);
            if (before.state() != FindingView.State.ACKNOWLEDGED) {
                throw new ProblemException(
                        IndicatorProblem.FINDING_NOT_ACKNOWLEDGED,
                        new Text("Phát hiện này chưa được xác nhận.", "The finding is not acknowledged."));
            }
            hold(before, expected);
            put(tx, id, null, null);
            return true;
        });
    }

    private static void hold(Finding before, @Nullable String expected) {
        if (expected != null && !expected.equals("*") && !expected.equals(Integer.toString(before.revision()))) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Phát hiện đã thay đổi từ khi được đọc; hãy đọc lại.",
                            "The finding has changed since it was read; read it again."));
        }
    }

    private static Finding locked(Connection tx, UUID id) throws SQLException {
        try (PreparedStatement select = tx.prepareStatement(LOCKED)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Finding.of(row);
            }
        }
    }

    private void put(Connection tx, UUID id, @Nullable String reason, @Nullable String author) throws SQLException {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        try (PreparedStatement update = tx.prepareStatement(STATE)) {
            update.setString(1, (reason == null ? FindingView.State.OPEN : FindingView.State.ACKNOWLEDGED).name());
            update.setString(2, reason);
            update.setString(3, author);
            update.setObject(4, reason == null ? null : now);
            update.setObject(5, id);
            update.executeUpdate();
        }
    }

    private interface Step<T> {
        T in(Connection tx) throws SQLException;
    }

    private <T> T transaction(Step<T> step) {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            try {
                T done = step.in(tx);
                tx.commit();
                return done;
            } finally {
                tx.rollback();
                tx.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("acknowledgement not written", failed);
        }
    }
}
