package vn.nhipso.directory.activity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Ending;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Recorded;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Roles;

/** Trainings. */
@Path("/v1/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Trainings", description = "Lớp tập huấn: classes for teams and officials.")
class TrainingResource {

    private static final ActivityKind KIND = ActivityKind.TRAINING;

    private static final String ONE_FIELD = """
            {"participants": 480}
            """;

    private final Activities activities;

    TrainingResource(Activities activities) {
        this.activities = activities;
    }

    @POST
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(operationId = "registerTraining", summary = "Enter a training")
    public RestResponse<Recorded> register(
            RegisterTraining sent, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return activities.register(Filters.body(sent).activity(), key);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTraining", summary = "One of them")
    public RestResponse<ActivityView> get(@PathParam("id") UUID id, @Context Request request) {
        return activities.get(KIND, id, request);
    }

    @GET
    @Operation(operationId = "listTrainings", summary = "Trainings, in the order of recording")
    public Page<ActivityView> list(@BeanParam ActivityFilter filter, @BeanParam PageQuery page) {
        return activities.list(filter.question(KIND), page);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "amendTraining",
            summary = "Alter a training",
            description = "If-Match takes its ETag. The unit stays the one that did it.")
    public RestResponse<Recorded> amend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TrainingPatch.class),
                                            examples = @ExampleObject(name = "One field", value = ONE_FIELD)))
                    TrainingPatch patch) {
        return activities.amend(KIND, id, Filters.body(patch), ifMatch);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(operationId = "endTraining", summary = "End a training", description = "`on` is the day after its last.")
    public Recorded end(@PathParam("id") UUID id, Ending ending) {
        return activities.end(KIND, id, ending);
    }
}
