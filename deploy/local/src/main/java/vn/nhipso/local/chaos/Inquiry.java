package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;

/** Asks every instance of the reports by turns: what one says all must say. No answer is wrong. */
final class Inquiry {

    private final List<ApiClient> instances;
    private final Tally tally;
    private int turn;

    Inquiry(List<ApiClient> instances, Tally tally) {
        this.instances = instances;
        this.tally = tally;
    }

    JsonNode ask(String path) {
        Reply reply = instances.get(turn++ % instances.size()).get(path);
        if (!reply.isSuccess()) {
            tally.wrong("answered " + reply.problem() + " to " + path);
        }
        return reply.json();
    }
}
