package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Has all rollups made anew again and again: each job must come to its end, and what was served must have been the same. */
final class Rebuilder {

    private static final int RESTS = 8;

    private final List<ApiClient> reporting;
    private final Tally tally;
    private final String run;
    private final BooleanSupplier hopeless;
    private int number;

    Rebuilder(List<ApiClient> reporting, Tally tally, String run, BooleanSupplier hopeless) {
        this.reporting = reporting;
        this.tally = tally;
        this.run = run;
        this.hopeless = hopeless;
    }

    void rebuild(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            begin().ifPresent(this::awaitEnd);
            for (int rest = 0; rest < RESTS && goesOn.getAsBoolean(); rest++) {
                Sender.pause();
            }
        }
    }

    private Optional<String> begin() {
        String key = "chaos-" + run + "-rebuild-" + ++number;
        return insist(instance -> {
            Reply reply = instance.once(instance.request("/v1/rebuilds")
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
            if (reply.status() == 202) {
                return Optional.of(
                        URI.create(reply.headers().firstValue("Location").orElseThrow())
                                .getRawPath());
            }
            requireOutage(reply);
            return Optional.empty();
        });
    }

    private void awaitEnd(String job) {
        Optional<JsonNode> end = insist(instance -> {
            Reply reply = instance.once(instance.request(job).GET().build());
            requireOutage(reply);
            return Optional.of(reply.json()).filter(state -> List.of("SUCCEEDED", "FAILED", "CANCELLED")
                    .contains(state.path("status").asText()));
        });
        end.ifPresent(state -> {
            tally.rebuilds.incrementAndGet();
            if (!state.path("result").path("equal").asBoolean()) {
                tally.wrong("a rebuild ended " + state);
            }
        });
    }

    private void requireOutage(Reply reply) {
        if (!reply.isSuccess() && reply.status() != 503) {
            tally.wrong("a rebuild was answered " + reply.problem());
        }
    }

    /** Asks one instance after the other until there is an answer; none when the run is over. */
    private <T> Optional<T> insist(Function<ApiClient, Optional<T>> question) {
        for (int turn = 0; !hopeless.getAsBoolean(); turn++) {
            try {
                Optional<T> answer = question.apply(reporting.get(turn % reporting.size()));
                if (answer.isPresent()) {
                    return answer;
                }
            } catch (StackException noAnswer) {
                tally.resent.incrementAndGet();
            }
            Sender.pause();
        }
        return Optional.empty();
    }
}
