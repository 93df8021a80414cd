package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.feed.ChangeView;

/** The body of a message, in the structure that the Standard Webhooks specification recommends. */
@Schema(name = "WebhookMessage", description = "What a receiver gets")
record MessageBody(
        WebhookType type,

        @Schema(description = "When it happened, which is not when it is sent")
        Instant timestamp,

        Data data) {

    /** What it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookMessageData")
    record Data(
            UUID webhook,

            @Schema(description = "Of measurements.changed: items of the change feed, in its order") @Nullable List<ChangeView> changes,

            @Schema(description = "Of the types return.*") @Nullable List<ReturnNotice> returns,

            @Schema(
                    description = "Of measurements.changed: the place in the feed behind the changes",
                    examples = "indicator:4711")
            @Nullable String next) {}

    static MessageBody ofChanges(UUID webhook, List<ChangeView> changes, String next) {
        Instant newest = changes.getLast().measurement().recordedAt();
        return new MessageBody(WebhookType.MEASUREMENTS_CHANGED, newest, new Data(webhook, changes, null, next));
    }

    static MessageBody ofReturns(WebhookType type, Instant now, UUID webhook, List<ReturnNotice> returns) {
        return new MessageBody(type, now, new Data(webhook, null, returns, null));
    }
}
