package vn.nhipso.indicator.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/webhooks}. */
@Schema(name = "RegisterWebhook", description = "Who wants to be told of what")
record RegisterWebhook(
        @Schema(description = "https, with a public address", examples = "https://dashboard.example.vn/hooks/nhipso")
        @NotBlank @Size(max = 2000) String url,

        @NotEmpty List<@NotNull WebhookType> types,

        @Schema(description = "Of this unit and all below it; by default yours", examples = "82")
        @Nullable @Size(min = 1, max = 30) String unit,

        @Schema(description = "Of these only; all by default") @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 40) String> indicators,

        @Schema(
                description =
                        "Where in the feed to begin: a `next` or `sequence`; by default with what comes from now on",
                examples = "indicator:0")
        @Nullable String after) {}
