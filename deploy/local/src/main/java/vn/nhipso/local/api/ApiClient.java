package vn.nhipso.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.stack.StackException;

/** One service seen by one user. A 503 is waited out as its Retry-After asks, within a bound. */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final @Nullable String token;

    public ApiClient(HttpClient http, URI base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** For a path or query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Reply get(String path) {
        return patiently(request(path).GET().build());
    }

    public Reply post(String path, JsonNode body) {
        return patiently(json(path)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** @param idempotencyKey makes sending again after an answer that never came harmless */
    public Reply post(String path, JsonNode body, String idempotencyKey) {
        return patiently(json(path)
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    public Reply put(String path, JsonNode body) {
        return patiently(json(path)
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** A request that the caller shapes himself; the answer comes as it is. */
    public Reply once(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new StackException(
                    request.method() + " " + request.uri() + " got no answer ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + request.uri() + ".", e);
        }
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private Reply patiently(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Reply reply = once(request);
            Optional<String> retryAfter = reply.headers().firstValue("Retry-After");
            if (reply.status() != 503 || retryAfter.isEmpty() || System.nanoTime() > deadline) {
                return reply;
            }
            pause(retryAfter.get());
        }
    }

    private static void pause(String seconds) {
        try {
            TimeUnit.SECONDS.sleep(Math.clamp(Long.parseLong(seconds), 1, 5));
        } catch (NumberFormatException date) {
            // A date is allowed too; the next try finds out.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting to try again.", e);
        }
    }
}
