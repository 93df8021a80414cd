package vn.nhipso.reporting.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;
import vn.nhipso.reporting.ReportingProblem;

/** Moments of knowledge that callers name: which can be answered, and how a transaction comes to read as of one. */
@ApplicationScoped
public class KnownMoments {

    /** Transaction-local; the driver does not see a SET and keeps its prepared statements. */
    private static final String ENTER =
            "SELECT set_config('nhipso.as_of', ?, true), set_config('search_path', 'known, ' || current_setting('search_path'), true)";

    private final Watermarks watermarks;
    private final KnownConfig config;
    private final Clock clock;

    KnownMoments(Watermarks watermarks, KnownConfig config, Clock clock) {
        this.watermarks = watermarks;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The moment of knowledge that is asked for: RFC 3339. Fails with INVALID_PARAMETER for what is none and with AS_OF_IN_FUTURE for one to come.
     */
    public @Nullable Instant of(KnowledgeQuery query) {
        if (query.asOf == null) {
            return null;
        }
        Instant moment = moment(query.asOf);
        if (moment.isAfter(clock.instant())) {
            throw new ProblemException(
                    ReportingProblem.AS_OF_IN_FUTURE,
                    Text.of("Chưa biết gì về thời điểm %s.", "Nothing is known of %s yet.", moment));
        }
        return moment;
    }

    /**
     * Waits until everything that was recorded up to the moment is applied here, at most as long as a {@code minSequence}; then fails with
     * AS_OF_NOT_SETTLED (503, Retry-After).
     */
    public void await(Instant moment) {
        if (!watermarks.awaitTime(moment.plus(config.settling()))) {
            throw new ProblemException(
                            ReportingProblem.AS_OF_NOT_SETTLED,
                            Text.of(
                                    "Thời điểm %s chưa chốt: số liệu ghi đến lúc đó chưa được xử lý hết; hãy thử lại.",
                                    "%s is not settled yet: not all that was recorded by then is applied; try again.",
                                    moment))
                    .withRetryAfter(1);
        }
    }

    /**
     * From here on, and until its end, the transaction reads what was known at the moment.
     *
     * @return the connection to read it through, by statements that are planned for that
     */
    public static Connection enter(Connection transaction, Instant moment) throws SQLException {
        try (PreparedStatement enter = transaction.prepareStatement(ENTER)) {
            enter.setString(1, moment.toString());
            enter.execute();
        }
        return StatementsOfThePast.on(transaction);
    }

    /** Vietnam's day at the moment, or today: what is due or has begun is what was so then. */
    public static LocalDate today(@Nullable Instant asOf, Clock clock) {
        return asOf == null ? VietnamTime.today(clock) : LocalDate.ofInstant(asOf, VietnamTime.ZONE);
    }

    private static Instant moment(String asOf) {
        try {
            // A + that nobody escaped arrives as a space.
            Instant moment = OffsetDateTime.parse(asOf.replace(' ', '+')).toInstant();
            return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException malformed) {
            Text detail = new Text(
                    "asOf là thời điểm dạng 2024-04-20T00:00:00Z.", "asOf is a moment such as 2024-04-20T00:00:00Z.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("asOf", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }
}
