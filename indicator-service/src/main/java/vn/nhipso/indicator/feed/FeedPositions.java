package vn.nhipso.indicator.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.SequenceToken;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.SettledPositions;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The tokens in which callers name places in the feed: the {@code next} of an answer, or the {@code sequence} of any write or change. */
@ApplicationScoped
public class FeedPositions {

    /** Everything that was ever told has a higher position. */
    public static final long BEGINNING = 0;

    private static final String NEWEST = "SELECT last_value FROM outbox_position";

    private final DataSource dataSource;
    private final SettledPositions positions;
    private final Outbox outbox;

    FeedPositions(DataSource dataSource, SettledPositions positions, Outbox outbox) {
        this.dataSource = dataSource;
        this.positions = positions;
        this.outbox = outbox;
    }

    public String token(long position) {
        return outbox.token(position);
    }

    /** The newest position of which nothing more can come. */
    public long settled() {
        return positions.settled();
    }

    /**
     * Fails with INVALID_CURSOR where the token is none of this feed. One that is ahead of everything is of a database that was set back since:
     * to go on from there would pass changes over.
     *
     * @param token null for the beginning
     */
    public long read(@Nullable String token) {
        long position = token == null ? BEGINNING : parse(token);
        if (position > positions.settled() && position > newest()) {
            throw invalid();
        }
        return position;
    }

    private long parse(String token) {
        try {
            SequenceToken read = SequenceToken.parse(token);
            if (Objects.equals(token(read.position()), token)) {
                return read.position();
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private long newest() {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(NEWEST)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("newest position not read", failed);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                KitProblem.INVALID_CURSOR,
                new Text(
                        "after không phải là next hay sequence của dịch vụ này; bỏ after để đọc lại từ đầu.",
                        "after is no next and no sequence of this service; leave it out to begin at the beginning."));
    }
}
