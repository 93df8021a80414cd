package vn.nhipso.kit.web;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemBody;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.ProblemResponses;

/** Answers that end below JAX-RS (body too large, unreadable request, no such path) have the same form as all others. */
@ApplicationScoped
class EarlyRefusals {

    private final BodyLimit limit;

    EarlyRefusals(BodyLimit limit) {
        this.limit = limit;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::refuseUnread);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::setWall);
        router.errorHandler(400, context -> answer(context, KitProblem.MALFORMED_REQUEST));
        router.errorHandler(404, context -> answer(context, KitProblem.NOT_FOUND));
        router.errorHandler(413, context -> answer(context, KitProblem.PAYLOAD_TOO_LARGE));
    }

    /** A body that says its length is refused before it is read; one that does not is cut off at the same limit while it is read. */
    private void refuseUnread(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isMediaType(type)) {
            // Where a path takes several types, JAX-RS would fail over one that is none.
            context.request().resume();
            answer(context, KitProblem.UNSUPPORTED_MEDIA_TYPE);
        } else if (contentLength(context)
                > Uploads.limit(limit, type, context.request().path())) {
            // The rest is read and thrown away, or the sender would see a broken connection instead of the reason.
            context.request().resume();
            answer(context, KitProblem.PAYLOAD_TOO_LARGE);
        } else {
            context.next();
        }
    }

    /** Behind the limits that say why stands a wall for bodies without a length; it is higher by what is read ahead. A stream has none. */
    private void setWall(RoutingContext context) {
        long most = Uploads.limit(
                limit,
                context.request().getHeader(HttpHeaders.CONTENT_TYPE),
                context.request().path());
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null && most < Long.MAX_VALUE) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most + most / 2);
        }
        context.next();
    }

    private static boolean isMediaType(String type) {
        try {
            return MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static long contentLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    private static void answer(RoutingContext context, KitProblem problem) {
        if (context.response().ended()) {
            return;
        }
        ProblemBody body = ProblemResponses.body(
                new ProblemException(problem, problem.title()),
                context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemResponses.MEDIA_TYPE)
                .end(Json.encode(body))
                .onFailure(gone -> context.request().connection().close());
    }
}
