package vn.nhipso.indicator.submission;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The headers of what is done to a return. */
public class TransitionHeaders {

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(description = "Only if the return and all values in it are still as they were read: its ETag")
    @Nullable String ifMatch;

    @HeaderParam("Idempotency-Key")
    @Parameter(description = "The same key and request again gets the same answer")
    @Nullable String idempotencyKey;

    public TransitionHeaders() {}
}
