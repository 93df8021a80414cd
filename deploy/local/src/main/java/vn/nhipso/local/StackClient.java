package vn.nhipso.local;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.token.Role;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** The services of a running stack, as a steward of the whole country sees them. */
final class StackClient {

    private final StackOptions stack;
    private final HttpClient http;
    private final String token;

    private StackClient(StackOptions stack, HttpClient http, String token) {
        this.stack = stack;
        this.http = http;
        this.token = token;
    }

    static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static StackClient of(StackOptions stack, HttpClient http, String user) {
        String token = new TokenIssuer(SigningKey.existing(stack.data()), Clock.systemUTC())
                .token(user, TokenIssuer.WHOLE_TREE, List.of(Role.STEWARD.claim()));
        return new StackClient(stack, http, token);
    }

    ApiClient of(Service service) {
        return new ApiClient(http, stack.ports().uri(service), token);
    }

    void requireRunning() {
        for (Service service : Service.values()) {
            if (!isReady(service)) {
                throw new StackException(service.module() + " does not answer on "
                        + stack.ports().uri(service)
                        + ": start the stack with deploy/local/up"
                        + (stack.offset() == 0 ? "" : " --offset " + stack.offset()) + " first.");
            }
        }
    }

    private boolean isReady(Service service) {
        ApiClient client = of(service);
        try {
            Reply reply = client.once(client.request("/q/health/ready").GET().build());
            return reply.isSuccess();
        } catch (StackException noAnswer) {
            return false;
        }
    }
}
