package vn.nhipso.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a service answered. */
public record Reply(int status, HttpHeaders headers, String body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public boolean isJson() {
        return headers.firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
    }

    /** A missing node when there is no JSON in it, so that callers may ask on. */
    public JsonNode json() {
        return isJson() && !body.isBlank() ? ApiJson.read(body) : MissingNode.getInstance();
    }

    /** The token for {@code minSequence}. */
    public Optional<String> sequence() {
        return Optional.of(json().path("sequence").asText()).filter(token -> !token.isEmpty());
    }

    /** The stable code of a problem. */
    public String code() {
        return json().path("code").asText();
    }

    /** The problem in one line, for people. */
    public String problem() {
        JsonNode problem = json();
        StringBuilder line = new StringBuilder(Integer.toString(status));
        for (String member : new String[] {"code", "detail"}) {
            if (problem.hasNonNull(member)) {
                line.append(' ').append(problem.get(member).asText());
            }
        }
        problem.path("errors").forEach(error -> line.append("; ").append(error));
        problem.path("results").forEach(result -> line.append("; ").append(result));
        return line.length() > 1200 ? line.substring(0, 1200) + " …" : line.toString();
    }
}
