package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.time.VietnamTime;

/** When it is time to tell of returns. Used by one thread. */
@ApplicationScoped
class ReturnReminder {

    private final ReturnNotices notices;
    private final WebhookConfig config;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private @Nullable LocalDate reminded;

    ReturnReminder(ReturnNotices notices, WebhookConfig config, Clock clock) {
        this.notices = notices;
        this.config = config;
        this.clock = clock;
    }

    void tell() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(config.returnsInterval());
        notices.tellReturned();
        ZonedDateTime local = now.atZone(VietnamTime.ZONE);
        LocalDate today = local.toLocalDate();
        if (!today.equals(reminded) && !local.toLocalTime().isBefore(config.remindAt())) {
            notices.remind(today);
            reminded = today;
        }
    }
}
