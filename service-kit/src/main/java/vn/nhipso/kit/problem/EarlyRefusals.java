package vn.nhipso.kit.problem;

import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers that end below JAX-RS (body too large, unreadable request, no such path) have the same form as all others. */
@ApplicationScoped
class EarlyRefusals {

    void register(@Observes Router router) {
        router.errorHandler(400, context -> answer(context, KitProblem.MALFORMED_REQUEST));
        router.errorHandler(404, context -> answer(context, KitProblem.NOT_FOUND));
        router.errorHandler(413, context -> answer(context, KitProblem.PAYLOAD_TOO_LARGE));
    }

    private static void answer(RoutingContext context, KitProblem problem) {
        if (context.response().ended()) {
            return;
        }
        ProblemBody body = ProblemResponses.body(new ProblemException(problem, problem.title()), context);
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemResponses.MEDIA_TYPE)
                .end(Json.encode(body));
    }
}
