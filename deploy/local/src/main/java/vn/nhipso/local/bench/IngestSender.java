package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Sends bodies with a number of clients, each waiting for its answer, and counts what was acknowledged. */
final class IngestSender {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ApiClient indicator;
    private final int clients;

    IngestSender(ApiClient indicator, int clients) {
        this.indicator = indicator;
        this.clients = clients;
    }

    /** What the answers add up to. */
    static final class Tally {
        final AtomicLong accepted = new AtomicLong();
        final AtomicLong unchanged = new AtomicLong();
        final AtomicLong bodies = new AtomicLong();
        final Latencies latencies = new Latencies();
        private volatile String sequence = "";

        long rows() {
            return accepted.get() + unchanged.get();
        }

        /** Of an answer among the last. */
        String sequence() {
            return sequence;
        }

        private void add(JsonNode answer, Duration time) {
            accepted.addAndGet(answer.path("accepted").asLong());
            unchanged.addAndGet(answer.path("unchanged").asLong());
            bodies.incrementAndGet();
            latencies.add(time);
            sequence = answer.path("sequence").asText();
        }
    }

    /** Whether the service takes what is sent in that form. */
    boolean takes(IngestForm form) {
        return post(form, new byte[] {'\n'}).status() != 415;
    }

    Tally send(IngestForm form, List<byte[]> bodies, Tally tally) {
        Queue<byte[]> queue = new ConcurrentLinkedQueue<>(bodies);
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                senders.add(pool.submit(() -> {
                    for (byte[] body = queue.poll(); body != null; body = queue.poll()) {
                        sendOne(form, body, tally);
                    }
                }));
            }
        }
        senders.forEach(IngestSender::join);
        return tally;
    }

    private void sendOne(IngestForm form, byte[] body, Tally tally) {
        long begin = System.nanoTime();
        Reply reply = post(form, body);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        if (!reply.isSuccess() || reply.json().path("rejected").asLong() != 0) {
            throw new StackException("What the benchmark sent was refused: " + reply.problem());
        }
        tally.add(reply.json(), time);
    }

    private Reply post(IngestForm form, byte[] body) {
        return indicator.once(indicator
                .request(form.path())
                .timeout(PATIENCE)
                .header("Content-Type", form.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static void join(Future<?> sender) {
        try {
            sender.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while sending.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException refused ? refused : new IllegalStateException(e.getCause());
        }
    }
}
