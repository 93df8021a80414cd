package vn.nhipso.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** A list of indicators, as it is sent to the indicator service. */
public final class IndicatorCatalogue {

    private static final String JSON = "application/json";

    private final String name;
    private final String mediaType;
    private final HttpRequest.BodyPublisher body;

    private IndicatorCatalogue(String name, String mediaType, HttpRequest.BodyPublisher body) {
        this.name = name;
        this.mediaType = mediaType;
        this.body = body;
    }

    /** @param items {@code {"items":[…]}} */
    public static IndicatorCatalogue of(String name, JsonNode items) {
        return new IndicatorCatalogue(name, JSON, HttpRequest.BodyPublishers.ofString(items.toString()));
    }

    /** A file: CSV, XLSX or JSON, told by its first bytes. */
    public static IndicatorCatalogue of(Path file) {
        ListFile list = ListFile.of(file);
        return new IndicatorCatalogue(list.name(), isJson(file) ? JSON : list.mediaType(), list.body());
    }

    /**
     * Sends it, and tells what that changed.
     *
     * @param errors where all bad rows go; null when nobody asked for them
     * @return whether it was taken
     */
    public boolean load(ApiClient indicator, boolean dryRun, @Nullable Path errors, PrintStream out) {
        out.println(name);
        long begin = System.nanoTime();
        Reply reply = indicator.once(indicator
                .request("/v1/indicator-imports?dryRun=" + dryRun)
                .header("Content-Type", mediaType)
                .POST(body)
                .build());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (!reply.isSuccess()) {
            refuse(new Refusal(reply.json()), errors, out);
            return false;
        }
        JsonNode answer = reply.json();
        out.printf(
                "  %s in %s: %d created, %d redefined, %d reworded, %d unchanged%n",
                answer.path("status").asText(),
                CatalogueLoader.seconds(took),
                answer.path("created").asInt(),
                answer.path("redefined").asInt(),
                answer.path("reworded").asInt(),
                answer.path("unchanged").asInt());
        return true;
    }

    private static void refuse(Refusal refusal, @Nullable Path errors, PrintStream out) {
        refusal.print(out);
        if (errors != null) {
            refusal.write(errors);
            out.println("  " + refusal.listed() + " of " + refusal.count() + " errors are in " + errors);
        }
    }

    private static boolean isJson(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            while (Character.isWhitespace(first)) {
                first = in.read();
            }
            return first == '{';
        } catch (IOException e) {
            throw new StackException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
