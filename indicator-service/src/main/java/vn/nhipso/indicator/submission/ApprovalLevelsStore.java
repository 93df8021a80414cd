package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;

/** What units ask for, as it stands now. */
@ApplicationScoped
class ApprovalLevelsStore {

    private static final String NEWEST = """
            SELECT DISTINCT ON (unit) unit, levels, revision, recorded_at FROM approval_levels
            WHERE cardinality(?) = 0 OR unit = ANY (?) ORDER BY unit, revision DESC
            """;

    private static final String ADD =
            "INSERT INTO approval_levels (unit, revision, levels, author, recorded_at) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT ON CONSTRAINT pk_approval_levels DO NOTHING";

    private final Work work;
    private final Clock clock;

    ApprovalLevelsStore(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** The newest state of these units, in the order of their codes; of no units, that of all. What was taken back is among them. */
    List<ApprovalLevels> newest(List<String> units) {
        return work.read(connection -> {
            Array asked = connection.createArrayOf("text", units.toArray());
            try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
                select.setArray(1, asked);
                select.setArray(2, asked);
                List<ApprovalLevels> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new ApprovalLevels(
                                row.getString(1),
                                levels(row.getArray(2)),
                                row.getInt(3),
                                Objects.requireNonNull(ReturnRows.moment(row, 4))));
                    }
                }
                return found;
            }
        });
    }

    /**
     * @param levels null to take back what stands
     * @return null when somebody else was quicker
     */
    @Nullable ApprovalLevels add(String unit, int revision, @Nullable List<Level> levels, String author) {
        ApprovalLevels next =
                new ApprovalLevels(unit, levels, revision, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return work.write(connection -> add(connection, next, author)) ? next : null;
    }

    private static boolean add(Connection connection, ApprovalLevels next, String author) throws SQLException {
        List<Level> levels = next.levels();
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, next.unit());
            insert.setInt(2, next.revision());
            insert.setArray(3, levels == null ? null : connection.createArrayOf("text", levels.toArray()));
            insert.setString(4, author);
            insert.setObject(5, next.recordedAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    private static @Nullable List<Level> levels(@Nullable Array stored) throws SQLException {
        return stored == null
                ? null
                : Arrays.stream((String[]) stored.getArray())
                        .map(Level::valueOf)
                        .toList();
    }
}
