package vn.nhipso.indicator.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends one message once. Redirects are not followed: they could lead where a webhook may not. */
@ApplicationScoped
class Post {

    private static final int ANSWER_CHARACTERS = 1_000;
    private static final int ANSWER_BYTES = 4_096;
    private static final long LONGEST_RETRY_AFTER = Duration.ofDays(1).toSeconds();

    private final HttpClient client;
    private final WebhookConfig config;
    private final Clock clock;

    Post(Vertx vertx, WebhookConfig config, Clock clock) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setVerifyHost(true)
                .setKeepAlive(false));
        this.config = config;
        this.clock = clock;
    }

    /** Never fails: whatever happens is what came of the attempt. */
    Outcome send(Message message) throws InterruptedException {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        try {
            Receiver receiver = Receiver.of(message.webhook().url(), config);
            Answer answer = exchange(receiver, message, at);
            return new Outcome(
                    Attempt.answered(at, millisSince(begun), answer.status(), answer.text()), answer.retryAfter());
        } catch (Receiver.RefusedException refused) {
            return Outcome.of(Attempt.failed(at, millisSince(begun), "not sent: " + refused.getMessage()));
        } catch (TimeoutException late) {
            return Outcome.of(Attempt.failed(at, millisSince(begun), "the receiver did not answer in time"));
        } catch (ExecutionException failed) {
            return Outcome.of(Attempt.failed(at, millisSince(begun), words(failed.getCause())));
        }
    }

    private record Answer(int status, String text, @Nullable Duration retryAfter) {}

    private Answer exchange(Receiver receiver, Message message, Instant at)
            throws InterruptedException, ExecutionException, TimeoutException {
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        Future<Answer> answer = client.request(options(receiver, message, at))
                .compose(request -> {
                    sent.set(request);
                    // A connection that comes too late is not used any more.
                    return over.get()
                            ? Future.<HttpClientResponse>failedFuture(new TimeoutException())
                            : request.send(Buffer.buffer(message.payload()));
                })
                .compose(Post::read);
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            over.set(true);
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
        }
    }

    private RequestOptions options(Receiver receiver, Message message, Instant at) {
        String id = message.id().toString();
        long timestamp = at.getEpochSecond();
        List<String> secrets = message.webhook().secrets().at(at);
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        receiver.port(), receiver.address().getHostAddress()))
                .setHost(receiver.host())
                .setPort(receiver.port())
                .setSsl(receiver.isEncrypted())
                .setURI(receiver.target())
                .setFollowRedirects(false)
                .putHeader("host", receiver.url().getRawAuthority())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "NhipSo-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", Signature.header(secrets, id, timestamp, message.payload()));
    }

    /** As much of the answer as is kept; the rest is not waited for. */
    private static Future<Answer> read(HttpClientResponse response) {
        Promise<Answer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.endHandler(end -> read.tryComplete(answer(response, body)));
        response.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() >= ANSWER_BYTES) {
                read.tryComplete(answer(response, body));
            }
        });
        return read.future();
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        String text = body.slice(0, Math.min(body.length(), ANSWER_BYTES)).toString(StandardCharsets.UTF_8);
        return new Answer(response.statusCode(), storable(text), retryAfter(response.getHeader("Retry-After")));
    }

    private static String storable(String text) {
        String plain = text.replace('\0', ' ');
        int end = Math.min(plain.length(), ANSWER_CHARACTERS);
        boolean halved = end > 0 && Character.isHighSurrogate(plain.charAt(end - 1));
        return plain.substring(0, halved ? end - 1 : end);
    }

    private static @Nullable Duration retryAfter(@Nullable String header) {
        return header == null || !header.matches("\\d{1,9}")
                ? null
                : Duration.ofSeconds(Math.min(Long.parseLong(header), LONGEST_RETRY_AFTER));
    }

    private static String words(@Nullable Throwable failure) {
        return switch (failure) {
            case ConnectException refused -> "no connection to the receiver";
            case SSLException untrusted -> "the receiver's certificate or TLS is not accepted";
            case null, default -> "the connection broke";
        };
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
