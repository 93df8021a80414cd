package vn.nhipso.local.catalogue;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/** When a change of the directory is visible in the two services that copy it, counted from the directory's answer. */
public record Arrival(Duration inIndicator, Duration inReporting) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Judged and refused, never stored: the wait for the token comes before. */
    private static final String NOTHING = "/v1/measurement-batches?dryRun=true&minSequence=";

    /** A unit that is none, so that only the wait takes time and no report is made. */
    private static final String NOBODY = "/v1/scoreboards/00?period=2025&minSequence=";

    private static final String BODY =
            "{\"items\":[{\"indicator\":\"-\",\"unit\":\"VN\",\"period\":\"2025\",\"scope\":\"OWN\",\"value\":0}]}";

    static Arrival await(ApiClient indicator, ApiClient reporting, String sequence) {
        String token = ApiClient.encoded(sequence);
        HttpRequest write = indicator
                .request(NOTHING + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        HttpRequest read = reporting.request(NOBODY + token).GET().build();
        CompletableFuture<Duration> inIndicator = timed(Service.INDICATOR, () -> indicator.once(write));
        CompletableFuture<Duration> inReporting = timed(Service.REPORTING, () -> reporting.once(read));
        try {
            return new Arrival(inIndicator.join(), inReporting.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException known ? known : e;
        }
    }

    private static CompletableFuture<Duration> timed(Service service, Supplier<Reply> ask) {
        return CompletableFuture.supplyAsync(() -> until(service, ask), Thread::startVirtualThread);
    }

    /** Each question waits for up to two seconds by itself, so it is asked again at once. */
    private static Duration until(Service service, Supplier<Reply> ask) {
        long begin = System.nanoTime();
        while (true) {
            Reply reply = ask.get();
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (reply.status() != 503) {
                return waited;
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw new StackException(
                        "The change is in the directory, but " + service.module() + " does not show it after "
                                + PATIENCE.toSeconds() + " s: look at its log and its dead letters.");
            }
        }
    }
}
