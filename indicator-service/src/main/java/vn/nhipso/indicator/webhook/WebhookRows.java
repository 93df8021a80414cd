package vn.nhipso.indicator.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of webhooks. */
final class WebhookRows {

    static final String COLUMNS =
            "w.id, w.revision, w.url, w.types, w.unit, w.indicators, w.state_reason, w.secret, w.old_secret,"
                    + " w.old_secret_until, w.position, w.failing_since, w.created_by, w.created_at";

    private WebhookRows() {}

    static Webhook webhook(ResultSet row) throws SQLException {
        String disabled = row.getString("state_reason");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getString("url"),
                types((String[]) row.getArray("types").getArray()),
                row.getString("unit"),
                List.of((String[]) row.getArray("indicators").getArray()),
                disabled == null ? null : DisabledReason.valueOf(disabled),
                new Secrets(row.getString("secret"), row.getString("old_secret"), moment(row, "old_secret_until")),
                row.getLong("position"),
                moment(row, "failing_since"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Set<WebhookType> types(String[] words) {
        Set<WebhookType> types = EnumSet.noneOf(WebhookType.class);
        for (String word : words) {
            types.add(WebhookType.of(word));
        }
        return types;
    }
}
