package vn.nhipso.reporting.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.intake.DeadLetter;

/** An event that could not be applied. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter", description = "An event that could not be applied")
public record DeadLetterView(
        UUID id,
        @Schema(examples = "indicator.measurements") String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Schema(description = "Why the last attempt failed") String cause,

        @Schema(description = "When the last attempt failed")
        Instant at,

        int attempts,

        @Schema(description = "The headers it came with; only where one is asked for") @Nullable JsonNode headers,

        @Schema(description = "The event as it came; only where one is asked for") @Nullable String data) {

    static DeadLetterView listed(DeadLetter letter) {
        return view(letter, null, null);
    }

    static DeadLetterView whole(DeadLetter letter) {
        return view(
                letter,
                EventJson.tree(letter.headers().getBytes(StandardCharsets.UTF_8)),
                new String(letter.data(), StandardCharsets.UTF_8));
    }

    private static DeadLetterView view(DeadLetter letter, @Nullable JsonNode headers, @Nullable String data) {
        return new DeadLetterView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.cause(),
                letter.failedAt(),
                letter.attempts(),
                headers,
                data);
    }
}
