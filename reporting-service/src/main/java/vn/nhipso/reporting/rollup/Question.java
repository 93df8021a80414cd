package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A question that is answered the same as long as nothing that the answer is made of changes.
 *
 * @param asked what makes it the same question, compared by value: everything that the answer depends on and that does not stand in the database,
 *     the day too
 * @param indicators of which the answer is made; null for whatever there are
 * @param asOf the moment of knowledge, where it is not now
 * @param slow whether it may take long, and has to leave turns to those that do not
 * @param rollups about how many rollups an answer holds
 */
public record Question<A>(
        Object asked,
        @Nullable Collection<String> indicators,
        @Nullable Instant asOf,
        boolean slow,
        Reading<A> reading,
        ToIntFunction<A> rollups) {

    /** Reads the answer from one state of the database. */
    public interface Reading<A> {
        A from(Connection connection) throws SQLException;
    }
}
