package vn.nhipso.indicator.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /v1/webhooks/{id}}: what is left out stays. */
@Schema(name = "ChangeWebhook", description = "What is to be different; what is left out stays")
record ChangeWebhook(
        @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 2000) String url,

        @Nullable @Size(min = 1) List<@NotNull WebhookType> types,
        @Nullable @Size(min = 1, max = 30) String unit,

        @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 40) String> indicators,

        @Schema(description = "ENABLED goes on where it stopped; what was given up is tried again first") @Nullable WebhookState state) {

    Webhook applied(Webhook webhook) {
        Set<WebhookType> wanted = types == null ? webhook.types() : EnumSet.copyOf(types);
        return new Webhook(
                webhook.id(),
                webhook.revision() + 1,
                url == null ? webhook.url() : url,
                wanted,
                unit == null ? webhook.unit() : unit,
                indicators == null ? webhook.indicators() : List.copyOf(indicators),
                disabled(webhook.disabled()),
                webhook.secrets(),
                webhook.position(),
                state == WebhookState.ENABLED ? null : webhook.failingSince(),
                webhook.createdBy(),
                webhook.createdAt());
    }

    private @Nullable DisabledReason disabled(@Nullable DisabledReason now) {
        if (state == null) {
            return now;
        }
        if (state == WebhookState.ENABLED) {
            return null;
        }
        return now == null ? DisabledReason.BY_HAND : now;
    }
}
