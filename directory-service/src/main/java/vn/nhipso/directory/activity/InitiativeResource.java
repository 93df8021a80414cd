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

/** Initiatives. */
@Path("/v1/initiatives")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Initiatives", description = "Mô hình: what a unit tries, and which units apply it.")
class InitiativeResource {

    private static final ActivityKind KIND = ActivityKind.INITIATIVE;

    private static final String ONE_FIELD = """
            {"note": "Thí điểm đến hết năm 2025"}
            """;

    private final Activities activities;

    InitiativeResource(Activities activities) {
        this.activities = activities;
    }

    @POST
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(operationId = "registerInitiative", summary = "Enter an initiative")
    public RestResponse<Recorded> register(
            RegisterInitiative sent, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return activities.register(Filters.body(sent).activity(), key);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getInitiative", summary = "One of them")
    public RestResponse<ActivityView> get(@PathParam("id") UUID id, @Context Request request) {
        return activities.get(KIND, id, request);
    }

    @GET
    @Operation(operationId = "listInitiatives", summary = "Initiatives, in the order of recording")
    public Page<ActivityView> list(@BeanParam InitiativeFilter filter, @BeanParam PageQuery page) {
        return activities.list(filter.question(KIND), page);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "amendInitiative",
            summary = "Alter a initiative",
            description = "If-Match takes its ETag. The unit stays the one that did it.")
    public RestResponse<Recorded> amend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ActivityPatch.class),
                                            examples = @ExampleObject(name = "One field", value = ONE_FIELD)))
                    ActivityPatch patch) {
        return activities.amend(KIND, id, Filters.body(patch).asTraining(), ifMatch);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "endInitiative",
            summary = "End an initiative",
            description = "`on` is the day after its last.")
    public Recorded end(@PathParam("id") UUID id, Ending ending) {
        return activities.end(KIND, id, ending);
    }

    @POST
    @Path("/{id}/applications")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "addInitiativeApplication",
            summary = "Enter that a unit applies an initiative",
            description = "For whoever has rights over the unit of the initiative or over the one that applies it.")
    public RestResponse<Recorded> apply(
            @PathParam("id") UUID id, Application application, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return activities.apply(id, Filters.body(application), key);
    }

    @POST
    @Path("/{id}/applications/{unit}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "endInitiativeApplication",
            summary = "Enter that a unit applies an initiative no more",
            description = "`unit` is the code it was entered with; `on` is the day after the last.")
    public Recorded leave(@PathParam("id") UUID id, @PathParam("unit") String unit, Ending ending) {
        return activities.leave(id, Filters.text("unit", unit), ending);
    }
}
