package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/**
 * Single measurements among the load: the time of each from its 201 until district and province show it, as the portal asks: with the sequence of the
 * write, which the reporting service waits for.
 */
final class Probes {

    static final String PERIOD = "2024-01";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long DENOMINATOR = 100_000_000_000_000_000L;

    private final ApiClient indicator;
    private final ProvinceFigures figures;
    private final String commune = BenchProvince.communes().getFirst();
    private final Latencies latencies = new Latencies();

    private long number;

    /** @param first where the numbers begin: above those of an earlier run, so that each is new */
    Probes(ApiClient indicator, ProvinceFigures figures, long first) {
        this.indicator = indicator;
        this.figures = figures;
        this.number = first;
    }

    Latencies latencies() {
        return latencies;
    }

    /** @param sequence waits for units that have just been created */
    void probe(Optional<String> sequence) {
        number++;
        String path = "/v1/measurement-batches"
                + sequence.map(token -> "?minSequence=" + ApiClient.encoded(token))
                        .orElse("");
        Reply reply = indicator.post(path, batch());
        if (reply.status() != 201) {
            throw new StackException("A probe was refused: " + reply.problem());
        }
        long acknowledged = System.nanoTime();
        String written = reply.json().path("sequence").asText();
        while (!figures.show(BenchProvince.PROBE, BenchProvince.district(commune), PERIOD, number, written)) {
            if (System.nanoTime() - acknowledged > PATIENCE.toNanos()) {
                throw new StackException("A measurement is not visible " + PATIENCE.toSeconds()
                        + " s after its 201: look at deploy/local/.data/logs and /v1/dead-letters.");
            }
        }
        if (sequence.isEmpty()) {
            latencies.add(Duration.ofNanos(System.nanoTime() - acknowledged));
        }
    }

    private JsonNode batch() {
        ObjectNode batch = ApiJson.mapper().createObjectNode();
        batch.putArray("items")
                .addObject()
                .put("indicator", BenchProvince.PROBE)
                .put("unit", commune)
                .put("period", PERIOD)
                .put("scope", "OWN")
                .put("numerator", number)
                .put("denominator", DENOMINATOR);
        return batch;
    }
}
