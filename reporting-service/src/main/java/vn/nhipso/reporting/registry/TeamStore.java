package vn.nhipso.reporting.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** Puts teams into the tables. */
public final class TeamStore {

    private static final SqlText KNOW = SqlText.of(TeamStore.class, "know-teams.sql");
    private static final SqlText PUT = SqlText.of(TeamStore.class, "put-teams.sql");
    private static final List<String> FORGET = List.of(
            "DELETE FROM team WHERE id = ANY (?)",
            "DELETE FROM team_placement WHERE team = ANY (?)",
            "DELETE FROM team_size WHERE team = ANY (?)",
            "DELETE FROM team_past WHERE id = ANY (?)",
            "DELETE FROM team_placement_past WHERE team = ANY (?)",
            "DELETE FROM team_size_past WHERE team = ANY (?)");

    private final Connection transaction;

    public TeamStore(Connection transaction) {
        this.transaction = transaction;
    }

    public void store(List<ReceivedEvent> events) throws SQLException {
        List<Received> teams = events.stream()
                .map(event ->
                        new Received(event.as(TeamChanged.class), new String(event.data(), StandardCharsets.UTF_8)))
                .toList();
        Object[] changed = know(teams).toArray();
        for (String sql : FORGET) {
            run(sql, changed);
        }
        run(PUT.text(), changed);
    }

    private List<String> know(List<Received> teams) throws SQLException {
        Rows<Received> rows = new Rows<>(transaction, teams);
        try (PreparedStatement know = transaction.prepareStatement(KNOW.text())) {
            know.setArray(1, rows.column("text", team -> team.event().id()));
            know.setArray(2, rows.column("int4", team -> team.event().revision()));
            know.setArray(
                    3,
                    rows.column("timestamptz", team -> team.event().recordedAt().atOffset(ZoneOffset.UTC)));
            know.setArray(4, rows.column("text", Received::json));
            List<String> changed = new ArrayList<>();
            try (ResultSet found = know.executeQuery()) {
                while (found.next()) {
                    changed.add(found.getString(1));
                }
            }
            return changed;
        }
    }

    private void run(String sql, Object[] ids) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setArray(1, transaction.createArrayOf("text", ids));
            statement.executeUpdate();
        }
    }

    /** The event as read, and as it came. */
    private record Received(TeamChanged event, String json) {}
}
