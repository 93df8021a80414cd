package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Sends a parcel until the answer is clear, as a careful client does, and enters what was acknowledged. */
final class Sender {

    private static final long PAUSE_MILLIS = 250;

    private final ApiClient indicator;
    private final Ledger ledger;
    private final Tally tally;
    private final BooleanSupplier hopeless;
    private String sequence = "";

    /** @param hopeless whether the run is over although an answer is still unclear */
    Sender(ApiClient indicator, Ledger ledger, Tally tally, BooleanSupplier hopeless) {
        this.indicator = indicator;
        this.ledger = ledger;
        this.tally = tally;
        this.hopeless = hopeless;
    }

    /** Of the last acknowledgement. */
    String sequence() {
        return sequence;
    }

    /** @param again whether it was acknowledged before, so that with its key it must have no effect any more */
    void send(Parcel parcel, boolean again) {
        tally.requests.incrementAndGet();
        tally.rows.addAndGet(parcel.rows().size());
        int attempts = 0;
        @Nullable JsonNode answer = null;
        while (answer == null) {
            if (hopeless.getAsBoolean()) {
                tally.wrong("no clear answer: " + parcel.form() + " " + parcel.idempotencyKey());
                return;
            }
            if (attempts++ > 0) {
                tally.resent.incrementAndGet();
                pause();
            }
            answer = attempt(parcel);
        }
        boolean without = again && parcel.idempotencyKey() != null;
        if (!without) {
            enter(parcel, answer, attempts);
        }
        if (answer.hasNonNull("sequence")) {
            sequence = answer.path("sequence").asText();
        }
    }

    /** The answer when it is clear. */
    private @Nullable JsonNode attempt(Parcel parcel) {
        try {
            Reply reply = indicator.once(parcel.request(indicator));
            return parcel.form() == Parcel.Form.JOB && reply.status() == 202 ? job(reply) : clear(parcel, reply);
        } catch (StackException noAnswer) {
            return null;
        }
    }

    private @Nullable JsonNode clear(Parcel parcel, Reply reply) {
        int status = reply.status();
        if (status == 200 || status == 201 || status == 207 || (status == 422 && parcel.isRefused())) {
            return reply.json();
        }
        // Another attempt of the same stream may still be under way.
        boolean later = status == 503 || status == 429 || (status == 409 && parcel.idempotencyKey() != null);
        if (!later) {
            tally.wrong("answered " + reply.problem() + " to " + parcel.form() + " " + parcel.idempotencyKey());
        }
        return null;
    }

    private @Nullable JsonNode job(Reply reply) {
        String job =
                URI.create(reply.headers().firstValue("Location").orElseThrow()).getRawPath();
        while (!hopeless.getAsBoolean()) {
            try {
                JsonNode state =
                        indicator.once(indicator.request(job).GET().build()).json();
                String status = state.path("status").asText();
                if (status.equals("SUCCEEDED")) {
                    return state.path("result");
                }
                if (status.equals("FAILED")) {
                    return state;
                }
            } catch (StackException away) {
                // The job goes on by itself.
            }
            pause();
        }
        return null;
    }

    private void enter(Parcel parcel, JsonNode answer, int attempts) {
        Set<FigureKey> effective = new HashSet<>();
        for (Parcel.Row row : parcel.good()) {
            if (ledger.isEffective(row.key(), row.content())) {
                effective.add(row.key());
            }
            ledger.acknowledge(row.key(), row.content());
        }
        tally.acknowledged.addAndGet(parcel.good().size());
        if (!parcel.isRefused()) {
            compare(parcel, answer, effective.size(), attempts > 1 && parcel.idempotencyKey() == null);
        } else if (answer.path("status").asText().equals("SUCCEEDED") || answer.has("accepted")) {
            tally.wrong("a bad row was taken: " + parcel.form() + " " + parcel.rows());
        }
    }

    /** @param halfDone whether an attempt before may have done it, so that the last one found it done */
    private void compare(Parcel parcel, JsonNode answer, int effective, boolean halfDone) {
        int accepted = answer.path("accepted").asInt(-1);
        int rows = accepted
                + answer.path("unchanged").asInt(-1)
                + answer.path("rejected").asInt(-1);
        boolean right = rows == parcel.rows().size() && (halfDone ? accepted <= effective : accepted == effective);
        if (!right) {
            tally.wrong("acknowledged " + accepted + " of " + effective + " changes in "
                    + parcel.rows().size() + " rows of " + parcel.form() + " " + parcel.idempotencyKey()
                    + (halfDone ? " (resent)" : ""));
        }
    }

    /** Between two attempts. */
    static void pause() {
        Phases.rest(PAUSE_MILLIS);
    }
}
