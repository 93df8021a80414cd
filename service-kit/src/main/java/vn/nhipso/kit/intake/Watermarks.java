package vn.nhipso.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import vn.nhipso.kit.event.SequenceToken;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** How far this service has applied what others wrote, whichever replica did it: "read your writes" and freshness (DESIGN 1.1, 6). */
@ApplicationScoped
public class Watermarks {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** For those who read it with what it is the watermark of; {@link #read} reads the rows. */
    public static final String REACHED =
            "SELECT split_part(topic, '.', 1), count(*), min(sequence), min(event_time) FROM intake_position GROUP BY 1";

    private final Instance<DataSource> dataSource;
    private final Instance<EventApplier> appliers;
    private final IntakeConfig config;
    private final Clock clock;

    Watermarks(
            Instance<DataSource> dataSource, @Any Instance<EventApplier> appliers, IntakeConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.appliers = appliers;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Waits until everything up to the tokens is applied. Tokens of services whose events are not taken in here are met at once.
     *
     * <p>Fails with INVALID_PARAMETER for what is no token and, after the configured wait, with SEQUENCE_NOT_REACHED (503, Retry-After).
     */
    public void await(List<String> sequenceTokens) {
        List<SequenceToken> tokens =
                sequenceTokens.stream().map(Watermarks::parse).toList();
        Instant end = clock.instant().plus(config.sequenceWait());
        while (!allReached(tokens)) {
            if (clock.instant().isAfter(end) || !pause()) {
                throw new ProblemException(
                                KitProblem.SEQUENCE_NOT_REACHED,
                                new Text(
                                        "Dữ liệu tới minSequence chưa được xử lý xong; hãy thử lại.",
                                        "What minSequence names is not yet applied; try again."))
                        .withRetryAfter(1);
            }
        }
    }

    /**
     * Waits, as long as for a token, until every partition is applied up to a moment.
     *
     * @return whether it is
     */
    public boolean awaitTime(Instant moment) {
        Instant end = clock.instant().plus(config.sequenceWait());
        while (!isReached(moment)) {
            if (clock.instant().isAfter(end) || !pause()) {
                return false;
            }
        }
        return true;
    }

    private boolean isReached(Instant moment) {
        Map<String, Reached> reached = reached();
        return appliers.stream()
                .flatMap(applier -> applier.topics().stream())
                .map(Topics::producer)
                .distinct()
                .allMatch(service -> {
                    Reached here = reached.get(service);
                    return here != null
                            && here.partitions() >= partitionsFrom(service)
                            && !here.time().isBefore(moment);
                });
    }

    /** The watermark over everything that is taken in. */
    public Watermark current() {
        return of(reached());
    }

    /** The watermark from the rows of {@link #REACHED}. */
    public Watermark read(ResultSet rows) throws SQLException {
        return of(reached(rows));
    }

    private Watermark of(Map<String, Reached> reached) {
        StringBuilder sequence = new StringBuilder();
        Instant time = reached.isEmpty() ? Instant.EPOCH : Instant.MAX;
        for (Map.Entry<String, Reached> service : reached.entrySet()) {
            sequence.append(sequence.isEmpty() ? "" : ",")
                    .append(new SequenceToken(
                            service.getKey(), service.getValue().sequence()));
            time = service.getValue().time().isBefore(time) ? service.getValue().time() : time;
        }
        Duration lag = Duration.between(time, clock.instant());
        return new Watermark(sequence.toString(), time, BigDecimal.valueOf(Math.max(0, lag.toMillis()), 3));
    }

    private boolean allReached(List<SequenceToken> tokens) {
        if (tokens.isEmpty()) {
            return true;
        }
        Map<String, Reached> reached = reached();
        return tokens.stream().allMatch(token -> {
            int partitions = partitionsFrom(token.service());
            Reached here = reached.get(token.service());
            return partitions == 0
                    || (here != null && here.partitions() >= partitions && here.sequence() >= token.position());
        });
    }

    private int partitionsFrom(String service) {
        return appliers.stream()
                .flatMap(applier -> applier.topics().stream())
                .filter(topic -> Topics.producer(topic).equals(service))
                .mapToInt(Topic::partitions)
                .sum();
    }

    private Map<String, Reached> reached() {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement select = connection.prepareStatement(REACHED);
                ResultSet rows = select.executeQuery()) {
            return reached(rows);
        } catch (SQLException failed) {
            throw new IllegalStateException("positions not read", failed);
        }
    }

    private static Map<String, Reached> reached(ResultSet rows) throws SQLException {
        Map<String, Reached> reached = new TreeMap<>();
        while (rows.next()) {
            reached.put(
                    rows.getString(1),
                    new Reached(
                            rows.getInt(2),
                            rows.getLong(3),
                            rows.getObject(4, OffsetDateTime.class).toInstant()));
        }
        return reached;
    }

    private static SequenceToken parse(String token) {
        try {
            return SequenceToken.parse(token);
        } catch (IllegalArgumentException malformed) {
            Text detail = new Text(
                    "minSequence phải là giá trị sequence mà một dịch vụ đã trả về.",
                    "minSequence must be a sequence that a service answered with.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("minSequence", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Reached(int partitions, long sequence, Instant time) {}
}
