package vn.nhipso.reporting.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.sql.Pipeline;

/** Answers questions, each from one state of the database and with the watermark of that state. */
@ApplicationScoped
public class Answering {

    /** Where a question stands now: the stamp not older than the watermark, so that nobody is told more than he gets. */
    private static final String NOW = Pipeline.of(Watermarks.REACHED, Stamp.SELECT);

    /**
     * Of this transaction alone: the connection goes back into the pool as it was. The lock comes before the state: a rebuild that swaps the rollups
     * waits for who reads, and nobody finds in the new ones the state of before. Statements are planned once a connection: left to itself PostgreSQL
     * plans those with arrays each time anew, which takes longer than to carry them out.
     */
    private static final String ONE_STATE = Pipeline.of(
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
            "SET LOCAL statement_timeout = '30s'",
            "SET LOCAL plan_cache_mode = force_generic_plan",
            "LOCK TABLE rollup IN ACCESS SHARE MODE",
            NOW);

    /** Of a statement that was cancelled because it took longer. */
    private static final String CANCELLED = "57014";

    private final DataSource dataSource;
    private final Watermarks watermarks;
    private final KnownMoments moments;
    private final Room room;
    private final AnswerRoom answer;
    private final KeptAnswers kept;
    private final Turns turns;

    Answering(
            DataSource dataSource,
            Watermarks watermarks,
            KnownMoments moments,
            Room room,
            AnswerRoom answer,
            KeptAnswers kept,
            Turns turns) {
        this.dataSource = dataSource;
        this.watermarks = watermarks;
        this.moments = moments;
        this.room = room;
        this.answer = answer;
        this.kept = kept;
        this.turns = turns;
    }

    /** Something that is read from one state of the database. */
    public interface Reading<T> {
        T from(Connection connection, Watermark watermark) throws SQLException;
    }

    private record Now(Watermark watermark, Stamp stamp) {}

    private interface ReadingNow<T> {
        T from(Connection connection, Now now) throws SQLException;
    }

    /**
     * Answers with everything that the tokens name applied: what was answered before, if nothing has changed since of which it is made, and else what
     * is read now.
     *
     * @param told makes of the answer and the watermark what the caller is told
     */
    public <A, T> T answer(Question<A> question, List<String> minSequence, BiFunction<A, Watermark, T> told) {
        await(minSequence, question.asOf());
        if (kept.has(question.asked())) {
            Now now = now(question.indicators());
            A answer = kept.of(question, now.stamp());
            if (answer != null) {
                return told.apply(answer, now.watermark());
            }
        }
        return inRoom(question.asOf(), question.indicators(), question.slow(), (connection, now) -> {
            A read = question.reading().from(connection);
            kept.keep(question, now.stamp(), read);
            return told.apply(read, now.watermark());
        });
    }

    /** Reads with everything that the tokens name applied; the watermark is that of the very state that is read. */
    public <T> T read(List<String> minSequence, Reading<T> reading) {
        await(minSequence, null);
        return inRoom(null, List.of(), false, (connection, now) -> reading.from(connection, now.watermark()));
    }

    /**
     * As {@link #read(List, Reading)}, but what was known at a moment, if one is given: every table that is named without its schema shows that. For
     * questions that may take long.
     */
    public <T> T read(List<String> minSequence, @Nullable Instant asOf, Reading<T> reading) {
        await(minSequence, asOf);
        return inRoom(asOf, List.of(), true, (connection, now) -> reading.from(connection, now.watermark()));
    }

    private void await(List<String> minSequence, @Nullable Instant asOf) {
        watermarks.await(minSequence);
        if (asOf != null) {
            moments.await(asOf);
        }
    }

    private <T> T inRoom(
            @Nullable Instant asOf, @Nullable Collection<String> indicators, boolean slow, ReadingNow<T> reading) {
        return room.answer(() -> readOnce(asOf, indicators, slow, reading), answer::keep);
    }

    private <T> T readOnce(
            @Nullable Instant asOf, @Nullable Collection<String> indicators, boolean slow, ReadingNow<T> reading) {
        try (Turns.Turn _ = turns.take(slow);
                Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Now now = now(connection, ONE_STATE, indicators);
                return reading.from(asOf == null ? connection : KnownMoments.enter(connection, asOf), now);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw CANCELLED.equals(failed.getSQLState())
                    ? tookTooLong()
                    : new IllegalStateException("rollups not read", failed);
        }
    }

    private Now now(@Nullable Collection<String> indicators) {
        try (Connection connection = dataSource.getConnection()) {
            return now(connection, NOW, indicators);
        } catch (SQLException failed) {
            throw new IllegalStateException("stamp not read", failed);
        }
    }

    private Now now(Connection connection, String statements, @Nullable Collection<String> indicators)
            throws SQLException {
        try (Pipeline pipeline = new Pipeline(connection, statements)) {
            Stamp.bind(pipeline.parameters(), connection, indicators);
            Watermark watermark = watermarks.read(pipeline.next());
            return new Now(watermark, Stamp.of(pipeline.next()));
        }
    }

    private static ProblemException tookTooLong() {
        return new ProblemException(
                        ReportingProblem.TOOK_TOO_LONG,
                        Text.of(
                                "Câu hỏi cần hơn 30 giây; hãy hỏi ít chỉ tiêu, kỳ hoặc đơn vị hơn, hoặc thử lại khi máy chủ đỡ bận.",
                                "The question takes more than 30 seconds; ask for fewer indicators, periods or units, or try again when the server is"
                                        + " less busy."))
                .withRetryAfter(10);
    }
}
