package vn.nhipso.indicator.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.outbox.Outbox;

/** Reads the log of revisions by position. What it costs depends on the page, not on the length of the log or the rareness of what is asked for. */
@ApplicationScoped
public class ChangeLog {

    /** Changes that are looked through for one page at most, where filters pass over most of them. */
    static final int LOOKED_AT = 10_000;

    /** Of so few positions all are read: to ask which codes were ever in a subtree would cost more. */
    private static final int FEW = 1_000;

    private static final String CHANGES = SqlResource.load(ChangeLog.class, "changes.sql");

    private static final String EDGE = """
            SELECT position FROM measurement_revision WHERE position > ? AND position <= ? ORDER BY position OFFSET ? LIMIT 1
            """;

    private final DataSource dataSource;
    private final Units units;
    private final Subtree subtree;
    private final Outbox outbox;

    ChangeLog(DataSource dataSource, Units units, Subtree subtree, Outbox outbox) {
        this.dataSource = dataSource;
        this.units = units;
        this.subtree = subtree;
        this.outbox = outbox;
    }

    /**
     * Reads on behind a position.
     *
     * @param settled up to where the log is complete
     * @param size items at most
     */
    public ChangePage read(ChangeFilter filter, long after, long settled, int size) {
        if (after >= settled) {
            return new ChangePage(List.of(), after, true);
        }
        try (Connection connection = dataSource.getConnection()) {
            long upTo = filter.isNone() ? settled : edge(connection, after, settled);
            List<Change> found = select(connection, filter, after, upTo, size);
            long next = found.size() == size ? found.getLast().position() : upTo;
            return new ChangePage(views(filter.within(), found), next, next == settled);
        } catch (SQLException failed) {
            throw new IllegalStateException("changes not read", failed);
        }
    }

    private List<ChangeView> views(@Nullable String within, List<Change> found) {
        List<Change> wanted = within == null ? found : subtree.of(within, found);
        return wanted.stream()
                .map(change -> ChangeView.of(change, outbox.token(change.position())))
                .toList();
    }

    private static long edge(Connection connection, long after, long settled) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EDGE)) {
            select.setLong(1, after);
            select.setLong(2, settled);
            select.setInt(3, LOOKED_AT - 1);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : settled;
            }
        }
    }

    private List<Change> select(Connection connection, ChangeFilter filter, long after, long upTo, int size)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
            texts(select, 1, filter.indicators());
            texts(select, 3, upTo - after <= FEW ? filter.units() : codes(filter));
            select.setLong(5, after);
            select.setLong(6, upTo);
            select.setInt(7, size);
            List<Change> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(ChangeRows.change(row));
                }
            }
            return found;
        }
    }

    /** Of a subtree first every code that ever could be of it; which of them were is asked for those that are found. */
    private Collection<String> codes(ChangeFilter filter) {
        String within = filter.within();
        if (within == null) {
            return filter.units();
        }
        Collection<String> below = units.everBelow(within);
        if (!filter.units().isEmpty()) {
            below.retainAll(filter.units());
            // Nothing of both: a code that nobody bears, because an empty list asks for all.
            below.addAll(below.isEmpty() ? List.of("") : List.of());
        }
        return below;
    }

    private static void texts(PreparedStatement select, int first, Collection<String> values) throws SQLException {
        select.setArray(first, select.getConnection().createArrayOf("text", values.toArray()));
        select.setArray(first + 1, select.getConnection().createArrayOf("text", values.toArray()));
    }
}
