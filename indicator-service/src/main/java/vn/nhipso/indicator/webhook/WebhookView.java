package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "Somebody who is told of changes")
record WebhookView(
        UUID id,

        @Schema(examples = "https://dashboard.example.vn/hooks/nhipso")
        String url,

        List<WebhookType> types,

        @Schema(description = "Of this unit and all below it", examples = "82")
        String unit,

        @Schema(description = "Of these only; empty for all")
        List<String> indicators,

        WebhookState state,
        @Nullable DisabledReason disabledReason,

        @Schema(description = "Since when no attempt has succeeded") @Nullable Instant failingSince,

        @Schema(
                description = "The place in the feed up to which messages were made; good as `after` of /v1/changes",
                examples = "indicator:4711")
        String next,

        @Schema(
                description =
                        "Signs the messages. Shown once: in the answer to the registration or rotation, and if that is sent again with its"
                                + " Idempotency-Key",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable String secret,

        @Schema(description = "Until then the secret before the rotation signs too") @Nullable Instant oldSecretUntil,

        String createdBy,
        Instant createdAt) {

    static WebhookView of(Webhook webhook, String next) {
        return of(webhook, next, null);
    }

    static WebhookView withSecret(Webhook webhook, String next) {
        return of(webhook, next, webhook.secrets().current());
    }

    private static WebhookView of(Webhook webhook, String next, @Nullable String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.types().stream().sorted().toList(),
                webhook.unit(),
                webhook.indicators(),
                webhook.disabled() == null ? WebhookState.ENABLED : WebhookState.DISABLED,
                webhook.disabled(),
                webhook.failingSince(),
                next,
                secret,
                webhook.secrets().oldUntil(),
                webhook.createdBy(),
                webhook.createdAt());
    }
}
