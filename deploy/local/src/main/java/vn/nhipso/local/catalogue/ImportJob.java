package vn.nhipso.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Sends a list as a job and follows it to its end, through a service that dies on the way and comes back. */
final class ImportJob {

    private static final Set<String> OVER = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    private static final Duration PATIENCE_WITHOUT_ANSWER = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 100;
    /** What is printed around the answers is English; only who asks for Vietnamese gets both. */
    private static final String LANGUAGE = Locale.getDefault().getLanguage().equals("vi") ? "vi" : "en";

    private final ApiClient directory;
    private final ProgressDisplay display;

    ImportJob(ApiClient directory, ProgressDisplay display) {
        this.directory = directory;
        this.display = display;
    }

    Outcome run(ListRequest list) {
        long begin = System.nanoTime();
        display.show("sending", ProgressDisplay.UNKNOWN, Duration.ZERO);
        try {
            Reply reply = directory.once(HttpRequest.newBuilder(list.on(directory), (name, value) -> true)
                    .header("Prefer", "respond-async")
                    .header("Accept-Language", LANGUAGE)
                    .build());
            if (reply.status() != 202) {
                return new Outcome(reply.isSuccess(), answer(reply), since(begin));
            }
            JsonNode job = follow(location(reply), begin);
            return ended(job, since(begin));
        } finally {
            display.end();
        }
    }

    private static String location(Reply reply) {
        String location = reply.headers()
                .firstValue("Location")
                .orElseThrow(() -> new StackException("The directory took the list as a job but did not say which."));
        URI uri = URI.create(location);
        return uri.getRawPath();
    }

    private JsonNode follow(String job, long begin) {
        long answered = System.nanoTime();
        while (true) {
            try {
                Reply reply = directory.once(directory
                        .request(job)
                        .header("Accept-Language", LANGUAGE)
                        .GET()
                        .build());
                if (reply.isSuccess()) {
                    answered = System.nanoTime();
                    JsonNode state = reply.json();
                    if (OVER.contains(state.path("status").asText())) {
                        return state;
                    }
                    show(state, since(begin));
                } else if (reply.status() < 500) {
                    throw new StackException("The job cannot be followed: " + reply.problem());
                }
            } catch (StackException away) {
                requirePatience(answered, away);
                display.show("waiting for directory-service", ProgressDisplay.UNKNOWN, since(begin));
            }
            pause();
        }
    }

    private static void requirePatience(long answered, StackException away) {
        if (since(answered).compareTo(PATIENCE_WITHOUT_ANSWER) > 0) {
            throw away;
        }
    }

    private void show(JsonNode state, Duration elapsed) {
        JsonNode progress = state.path("progress");
        long total = progress.path("total").asLong();
        long done = progress.path("done").asLong();
        String phase =
                progress.path("phase").asText(state.path("status").asText()).toLowerCase(Locale.ROOT);
        int percent = total > 0 ? Math.clamp(done * 100 / total, 0, 100) : ProgressDisplay.UNKNOWN;
        display.show(phase, percent, elapsed);
    }

    private static Outcome ended(JsonNode job, Duration took) {
        boolean succeeded = job.path("status").asText().equals("SUCCEEDED");
        return new Outcome(succeeded, succeeded ? job.path("result") : job, took);
    }

    private static JsonNode answer(Reply reply) {
        if (reply.json().isMissingNode()) {
            throw new StackException("The directory answered " + reply.status() + " without saying why.");
        }
        return reply.json();
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the list was loaded; the job goes on without this command.", e);
        }
    }
}
