package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.security.Caller;

/** Stores messages on returns for all who want them, within the running transaction. */
@ApplicationScoped
class ReturnMessages {

    private static final int AT_ONCE = 500;

    private static final String STORE =
            "INSERT INTO webhook_delivery (webhook, type, payload, next_attempt_at, created_at) VALUES (?, ?, ?, ?, ?)";

    private final WebhookStore webhooks;
    private final Units units;
    private final DataSource dataSource;
    private final Clock clock;

    ReturnMessages(WebhookStore webhooks, Units units, DataSource dataSource, Clock clock) {
        this.webhooks = webhooks;
        this.units = units;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Those that are disabled are not told: who is away for long reads the list of returns. */
    void store(WebhookType type, List<ReturnNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        for (Webhook webhook : webhooks.all()) {
            if (webhook.disabled() == null && webhook.wants(type)) {
                List<ReturnNotice> wanted = within(webhook.unit(), notices);
                for (int from = 0; from < wanted.size(); from += AT_ONCE) {
                    store(webhook, type, wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())));
                }
            }
        }
    }

    private List<ReturnNotice> within(String unit, List<ReturnNotice> notices) {
        if (unit.equals(Caller.WHOLE_TREE)) {
            return notices;
        }
        Set<Units.Place> within =
                units.below(unit, notices.stream().map(ReturnNotice::place).collect(Collectors.toSet()));
        return notices.stream()
                .filter(notice -> within.contains(notice.place()))
                .toList();
    }

    private void store(Webhook webhook, WebhookType type, List<ReturnNotice> notices) {
        Instant now = clock.instant();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setObject(1, webhook.id());
            store.setString(2, type.word());
            store.setString(3, EventJson.write(MessageBody.ofReturns(type, now, webhook.id(), notices)));
            store.setObject(4, at);
            store.setObject(5, at);
            store.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("message not stored", failed);
        }
    }
}
