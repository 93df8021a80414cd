package vn.nhipso.indicator.webhook;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import vn.nhipso.kit.idempotency.KeptAnswer;

/** Answers as they are kept with their Idempotency-Key. */
final class KeptAnswers {

    private KeptAnswers() {}

    static Response response(KeptAnswer answer) {
        String location = answer.location();
        return Response.status(answer.status())
                .location(location == null ? null : URI.create(location))
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }
}
