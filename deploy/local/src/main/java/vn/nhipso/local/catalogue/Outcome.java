package vn.nhipso.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * How a list was answered.
 *
 * @param answer the result, or the problem
 * @param took from sending the first byte to knowing the answer
 */
public record Outcome(boolean isAccepted, JsonNode answer, Duration took) {

    /** The token after which the change is visible elsewhere; empty where nothing changed. */
    public Optional<String> sequence() {
        return Optional.of(answer.path("sequence").asText()).filter(token -> !token.isEmpty());
    }
}
