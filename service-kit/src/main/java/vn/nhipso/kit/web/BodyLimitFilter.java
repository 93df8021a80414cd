package vn.nhipso.kit.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * Unpacks a body that comes packed, and stops reading one that turns out too large or comes too slowly: packed or not, it must not be larger than
 * its type may. It
 * stands before the reading of forms, too. Bodies that say their length are refused before (EarlyRefusals).
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimitFilter implements ContainerRequestFilter {

    private static final Set<String> BODIES = Set.of("POST", "PUT", "PATCH");

    private static final long SPAN_SECONDS = 30;

    private final Instance<BodyLimit> limit;

    /** Providers are made while the application is built, when there are no settings yet. */
    BodyLimitFilter(Instance<BodyLimit> limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // Chunks of HTTP/1.1, or any body of HTTP/2: there nothing says that one comes.
        boolean lengthUnknown = request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                && (request.getHeaderString("Transfer-Encoding") != null || BODIES.contains(request.getMethod()));
        long most = Uploads.limit(
                limit.get(),
                request.getHeaderString(HttpHeaders.CONTENT_TYPE),
                request.getUriInfo().getRequestUri().getPath());
        boolean isForm = "multipart".equals(type(request));
        if (limit.get().slowest() > 0 && BODIES.contains(request.getMethod()) && !isForm) {
            request.setEntityStream(
                    new SteadyStream(request.getEntityStream(), limit.get().slowest(), SPAN_SECONDS, System::nanoTime));
        }
        if (lengthUnknown) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), most));
        }
        if (isPacked(request.getHeaderString(HttpHeaders.CONTENT_ENCODING))) {
            request.setEntityStream(new LimitedStream(new UnpackedStream(request.getEntityStream()), most));
        }
    }

    private static String type(ContainerRequestContext request) {
        return request.getMediaType() == null
                ? ""
                : request.getMediaType().getType().toLowerCase(Locale.ROOT);
    }

    private static boolean isPacked(@Nullable String encoding) {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ProblemException(
                        KitProblem.UNSUPPORTED_MEDIA_TYPE,
                        new Text(
                                "Nội dung nén phải là gzip (Content-Encoding: gzip).",
                                "A packed body must be gzip (Content-Encoding: gzip)."));
        };
    }

    static ProblemException tooLarge() {
        return new ProblemException(KitProblem.PAYLOAD_TOO_LARGE, KitProblem.PAYLOAD_TOO_LARGE.title());
    }
}
