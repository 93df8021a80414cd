package vn.nhipso.indicator.measurement.file;

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
import java.io.File;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.Languages;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Batches as files; described with those that come as JSON. */
@Path("/v1/measurement-batches")
@Produces(MediaType.APPLICATION_JSON)
class FileResource {

    private final FileService service;
    private final Watermarks watermarks;

    FileResource(FileService service, Watermarks watermarks) {
        this.service = service;
        this.watermarks = watermarks;
    }

    @POST
    @Consumes({Uploads.CSV, Uploads.XLSX})
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(hidden = true)
    public Response takeFile(File body, @BeanParam FileQuery query, @Context HttpHeaders headers) {
        return take(body.toPath(), query, headers);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(hidden = true)
    public Response takeForm(
            @RestForm("file") @Nullable FileUpload file, @BeanParam FileQuery query, @Context HttpHeaders headers) {
        if (file == null) {
            throw missing();
        }
        return take(file.uploadedFile(), query, headers);
    }

    private Response take(java.nio.file.Path file, FileQuery query, HttpHeaders headers) {
        watermarks.await(query.minSequence());
        KeptAnswer answer = service.take(file, query, Languages.of(headers));
        Response.ResponseBuilder response = Response.status(answer.status());
        String location = answer.location();
        return location == null
                ? response.type(MediaType.APPLICATION_JSON)
                        .entity(answer.body())
                        .build()
                : response.location(URI.create(location)).build();
    }

    private static ProblemException missing() {
        Text detail = new Text("Biểu mẫu cần phần “file”.", "The form needs a part \"file\".");
        return new ProblemException(KitProblem.INVALID_FIELD, detail)
                .withErrors(java.util.List.of(ProblemError.at("/file", IndicatorProblem.FIELD_MISSING.name(), detail)));
    }
}
