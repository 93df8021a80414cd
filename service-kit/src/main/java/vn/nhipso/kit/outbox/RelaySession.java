package vn.nhipso.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import vn.nhipso.kit.active.Duty;

/** The time in which this instance is the active relay: it holds the relay's lock on the given connection. */
final class RelaySession implements Duty.Rounds {

    /** Marks what Kafka acknowledged, and deletes it: after a crash between sending and this, it is sent again. */
    private static final String MARK = """
            WITH sent AS (DELETE FROM outbox WHERE position > ? AND position <= ?)
            UPDATE outbox_relay SET position = ?, moved_at = now()
            """;

    private final Connection connection;
    private final EventSender sender;
    private final OutboxTopics topics;
    private final RelayConfig config;
    private final Clock clock;
    private final CommitHorizon horizon = new CommitHorizon();
    private long position;
    private final SettledMoment moment = new SettledMoment();
    private long heartbeatPosition = -1;
    private Instant heartbeatTime = Instant.EPOCH;
    private Instant heartbeatAt = Instant.EPOCH;

    RelaySession(Connection connection, Map<String, Object> kafka, OutboxTopics topics, RelayConfig config, Clock clock)
            throws SQLException {
        this.connection = connection;
        this.topics = topics;
        this.config = config;
        this.clock = clock;
        this.position = storedPosition(connection);
        this.sender = new EventSender(kafka, topics.service());
    }

    /** Sends what has been settled since the last time, and rests when there was nothing. */
    @Override
    public Duration next() throws SQLException, ExecutionException, InterruptedException {
        Instant asked = clock.instant();
        long settled = horizon.advance(connection);
        boolean busy = false;
        while (position < settled) {
            busy |= sendBatch(settled);
        }
        heartbeat(asked);
        return busy ? Duration.ZERO : config.pollInterval();
    }

    private boolean sendBatch(long settled) throws SQLException, ExecutionException, InterruptedException {
        List<OutboxRow> rows = read(settled);
        for (OutboxRow row : rows) {
            sender.send(row);
        }
        sender.awaitAcknowledgement();
        // Gaps are rolled-back positions: when fewer rows than asked for came, all up to the horizon is done.
        mark(rows.size() < config.batchSize() ? settled : rows.getLast().position());
        return !rows.isEmpty();
    }

    private List<OutboxRow> read(long settled) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OutboxRow.SELECT)) {
            select.setLong(1, position);
            select.setLong(2, settled);
            select.setInt(3, config.batchSize());
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(OutboxRow.of(found));
                }
            }
            return rows;
        }
    }

    private void mark(long sent) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setLong(1, position);
            mark.setLong(2, sent);
            mark.setLong(3, sent);
            mark.executeUpdate();
        }
        position = sent;
    }

    /** A slow writer holds back the time that is told, not the position. */
    private void heartbeat(Instant asked) throws SQLException, ExecutionException, InterruptedException {
        boolean silent = !asked.isBefore(heartbeatAt.plus(config.heartbeatInterval()));
        boolean stirring = position != heartbeatPosition || moment.isOpen();
        if (!silent && !(stirring && !asked.isBefore(heartbeatAt.plus(config.busyHeartbeatInterval())))) {
            return;
        }
        Instant settled = moment.advance(connection, clock.instant(), position);
        if (!silent && position == heartbeatPosition && settled.equals(heartbeatTime)) {
            return;
        }
        sender.heartbeat(topics.topics(), position, settled);
        sender.awaitAcknowledgement();
        heartbeatPosition = position;
        heartbeatTime = settled;
        heartbeatAt = asked;
    }

    @Override
    public void close() {
        sender.close();
    }

    private static long storedPosition(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet stored = statement.executeQuery("SELECT position FROM outbox_relay")) {
            stored.next();
            return stored.getLong(1);
        }
    }
}
