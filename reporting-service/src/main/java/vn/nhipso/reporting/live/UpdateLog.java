package vn.nhipso.reporting.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Reads what was made anew, whichever instance did it, as far as nothing older can still come. */
@ApplicationScoped
class UpdateLog {

    private static final int MOST = 1_000;

    /** Of transactions that wrote and are not ended only: a long reader holds nobody up. */
    private static final String SETTLED = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String NEWS = """
            SELECT made::text::bigint, number, indicator, period, units FROM rollup_update
            WHERE (made, number) > (?::text::xid8, ?) AND made < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY made, number LIMIT ?""";

    private static final String KNOWN =
            "SELECT EXISTS (SELECT FROM rollup_update WHERE made = ?::text::xid8 AND number = ?)";

    private static final String BELOW = "SELECT DISTINCT unit FROM unit_ancestor WHERE ancestor = ?";

    private final DataSource dataSource;

    UpdateLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What was made anew of an indicator and period in one batch. */
    record Update(Place place, String indicator, String period, Set<String> units) {}

    /** Where the stream is now. */
    Place end() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(SETTLED)) {
            row.next();
            return new Place(row.getLong(1), 0);
        }
    }

    /** Whether everything behind a place is still known. */
    boolean knows(Place place) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, Long.toString(place.made()));
            select.setLong(2, place.number());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** What is behind a place, at most 1,000. */
    List<Update> news(Place after) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWS)) {
            select.setString(1, Long.toString(after.made()));
            select.setLong(2, after.number());
            select.setInt(3, MOST);
            List<Update> news = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    news.add(new Update(
                            new Place(row.getLong(1), row.getLong(2)),
                            row.getString(3),
                            row.getString(4),
                            new HashSet<>(
                                    Arrays.asList((String[]) row.getArray(5).getArray()))));
                }
            }
            return news;
        }
    }

    /** The codes that were ever at or below a code: figures of days gone by are corrected, too. */
    Set<String> below(String unit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BELOW)) {
            select.setString(1, unit);
            Set<String> codes = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
            return codes;
        }
    }
}
