package vn.nhipso.indicator.measurement.stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.nhipso.indicator.Languages;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchQuery;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Batches as streams; described with those that come as JSON. */
@Path("/v1/measurement-batches")
@Produces(MediaType.APPLICATION_JSON)
class StreamResource {

    private final StreamService service;
    private final Watermarks watermarks;
    private final Caller caller;

    StreamResource(StreamService service, Watermarks watermarks, Caller caller) {
        this.service = service;
        this.watermarks = watermarks;
        this.caller = caller;
    }

    @POST
    @Consumes(Uploads.NDJSON)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(hidden = true)
    public Response take(InputStream body, @BeanParam BatchQuery query, @Context HttpHeaders headers) {
        watermarks.await(query.minSequence());
        KeptAnswer answer = service.take(body, query, Author.of(caller), Languages.of(headers));
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }
}
