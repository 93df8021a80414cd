package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One try to deliver a message, and what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeliveryAttempt", description = "One try to deliver a message")
record Attempt(
        Instant at,

        @Schema(description = "HTTP status of the answer; missing where none came", examples = "503") @Nullable Integer status,

        @Schema(examples = "184") long durationMillis,

        @Schema(description = "The first 1,000 characters of the answer") @Nullable String answer,

        @Schema(description = "Why there was no answer", examples = "the receiver did not answer in time") @Nullable String failure) {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int GONE = 410;

    static Attempt answered(Instant at, long millis, int status, String answer) {
        return new Attempt(at, status, millis, answer.isEmpty() ? null : answer, null);
    }

    static Attempt failed(Instant at, long millis, String failure) {
        return new Attempt(at, null, millis, null, failure);
    }

    boolean succeeded() {
        return status != null && status >= OK && status < REDIRECT;
    }

    /** The receiver wants nothing any more. */
    boolean saysGone() {
        return status != null && status == GONE;
    }
}
