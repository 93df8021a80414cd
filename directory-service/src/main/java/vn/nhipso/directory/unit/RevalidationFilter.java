package vn.nhipso.directory.unit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Tagged;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.kit.time.VietnamTime;

/** Answers 304 where nothing was recorded since the caller asked the same, and the day is the same. */
@Revalidated
@Provider
public class RevalidationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String TAG = RevalidationFilter.class.getName();
    private static final int TAG_LENGTH = 24;

    /** It may be kept, and is asked for again each time. */
    private static final String ASK_AGAIN = "no-cache";

    private static final String NEWEST = "SELECT concat_ws('/', (SELECT max(recorded_at) FROM unit_change),"
            + " (SELECT max(recorded_at) FROM code_alias), (SELECT max(upper(recorded)) FROM code_alias_superseded)) AS newest";

    private final Database database;
    private final Clock clock;

    RevalidationFilter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Before anything is read: an answer may then know more than its tag says, never less. */
    @Override
    public void filter(ContainerRequestContext request) {
        String newest = database.find(NEWEST, row -> row.getString("newest")).orElse("");
        String all = String.join(
                " ",
                newest,
                VietnamTime.today(clock).toString(),
                String.valueOf(request.getHeaderString(HttpHeaders.ACCEPT)),
                request.getUriInfo().getRequestUri().getRawPath(),
                String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()));
        EntityTag tag = new EntityTag(Tagged.digest(all).substring(0, TAG_LENGTH), true);
        Response.@Nullable ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
        if (unchanged != null) {
            request.abortWith(unchanged
                    .tag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                    .build());
        } else {
            request.setProperty(TAG, tag);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode()
                && request.getProperty(TAG) instanceof EntityTag tag) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        }
    }
}
