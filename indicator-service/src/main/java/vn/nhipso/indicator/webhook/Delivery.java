package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as the delivery log has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDelivery", description = "A message and what became of it")
record Delivery(
        @Schema(description = "As sent in the header webhook-id, the same with every attempt")
        UUID id,

        @Schema(examples = "measurements.changed") String type,
        DeliveryState state,
        List<Attempt> attempts,

        @Schema(description = "When it is tried next, while PENDING") @Nullable Instant nextAttemptAt,

        Instant createdAt,
        @Nullable Instant finishedAt,

        @Schema(implementation = Object.class, description = "The body that is sent; when one delivery is read")
        @JsonRawValue
        @Nullable String payload) {}
