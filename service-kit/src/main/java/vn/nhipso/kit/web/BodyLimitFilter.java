package vn.nhipso.kit.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;

/**
 * Stops reading a body that does not say its length and turns out too large; it stands before the reading of forms, too. Those that say it are
 * refused before (EarlyRefusals).
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimitFilter implements ContainerRequestFilter {

    private final Instance<BodyLimit> limit;

    /** Providers are made while the application is built, when there are no settings yet. */
    BodyLimitFilter(Instance<BodyLimit> limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean chunked = request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeaderString("Transfer-Encoding") != null;
        if (chunked) {
            String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
            request.setEntityStream(new LimitedStream(request.getEntityStream(), Uploads.limit(limit.get(), type)));
        }
    }

    static ProblemException tooLarge() {
        return new ProblemException(KitProblem.PAYLOAD_TOO_LARGE, KitProblem.PAYLOAD_TOO_LARGE.title());
    }
}
