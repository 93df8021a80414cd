package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;

/** Who entered, changed, read or erased personal data, and which fields. A value never comes here. */
@ApplicationScoped
class ContactLog {

    static final String NAME = "name";
    static final String PHONE = "phone";

    private static final String ADD =
            "INSERT INTO contact_log (team_id, member_id, action, fields, reason, at, by) VALUES (?, ?::uuid, ?, ?, ?::text, ?, ?)";
    private static final String LIST =
            "SELECT id, at, by, action, member_id, fields, reason FROM contact_log WHERE team_id = ?"
                    + " AND (?::uuid IS NULL OR id > ?::uuid) ORDER BY id LIMIT ?";

    private final Database database;
    private final Clock clock;

    ContactLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Nothing happened to no fields. */
    void add(
            UUID team,
            @Nullable UUID member,
            ContactAction action,
            List<String> fields,
            @Nullable String reason,
            String by) {
        if (!fields.isEmpty()) {
            database.update(ADD, team, member, action, fields, reason, clock.instant(), by);
        }
    }

    List<ContactEntry> of(UUID team, @Nullable UUID after, int limit) {
        return database.list(LIST, ContactLog::read, team, after, after, limit);
    }

    /** The fields that hold something. */
    static List<String> fieldsOf(TeamMember member) {
        List<String> fields = new ArrayList<>();
        if (member.name != null) {
            fields.add(NAME);
        }
        if (member.phone != null) {
            fields.add(PHONE);
        }
        return fields;
    }

    private static ContactEntry read(ResultSet row) throws SQLException {
        return new ContactEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                ContactAction.valueOf(row.getString("action")),
                row.getObject("member_id", UUID.class),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("reason"));
    }
}
