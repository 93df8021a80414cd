package vn.nhipso.directory.alias;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Other codes for units. */
@Path(AliasResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Aliases", description = "Codes that some publications use for a unit beside its own.")
class AliasResource {

    static final String PATH = "/v1/code-aliases";

    private static final String EXAMPLE = """
            {"code": "23938", "note": "letter 1027/CTK-CSCL (25/06/2025)"}
            """;

    private final AliasService service;
    private final AliasRepository repository;
    private final Caller caller;

    AliasResource(AliasService service, AliasRepository repository, Caller caller) {
        this.service = service;
        this.repository = repository;
        this.caller = caller;
    }

    @PUT
    @Path("/{alias}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "putAlias",
            summary = "Enter an alias",
            description =
                    "Creates it (201) or replaces it (200). What exists is replaced only with If-Match; the same again is 200 without it. Wherever a unit is"
                            + " read by its code the alias finds it too, unless a unit bears the alias itself on that day.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same already",
            content = @Content(schema = @Schema(implementation = AliasView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AliasView.class)))
    @APIResponse(
            responseCode = "412",
            description =
                    "PRECONDITION_FAILED: the alias is not the one of If-Match, or exists despite If-None-Match: *")
    @APIResponse(
            responseCode = "428",
            description = "PRECONDITION_REQUIRED: the alias stands for another code and If-Match is missing")
    public Response put(
            @PathParam("alias") @Parameter(example = "23737") String alias,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = RegisterAlias.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "Xã Ia Mơ under the code of a former neighbour",
                                                            value = EXAMPLE)))
                    RegisterAlias body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        AliasService.Outcome outcome =
                service.put(alias, Filters.body(body), unquoted(ifMatch), "*".equals(ifNoneMatch), caller);
        Response.ResponseBuilder answer =
                outcome.created() ? Response.created(URI.create(PATH + "/" + alias)) : Response.ok();
        return answer.entity(outcome.view())
                .tag(Long.toString(outcome.view().revision()))
                .build();
    }

    @GET
    @Path("/{alias}")
    @Operation(operationId = "getAlias", summary = "An alias")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AliasView.class)))
    public Response get(@PathParam("alias") @Parameter(example = "23737") String alias, @Context Request request) {
        CodeAlias known = service.require(alias);
        EntityTag tag = new EntityTag(known.etag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(AliasView.of(known, null)) : unchanged)
                .tag(tag)
                .build();
    }

    @DELETE
    @Path("/{alias}")
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "deleteAlias",
            summary = "Take an alias back",
            description = "Needs If-Match. `asOf` of an earlier moment still knows it.")
    @APIResponse(responseCode = "204", description = "It is no alias any more")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED: the alias is not the one of If-Match")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public void delete(
            @PathParam("alias") @Parameter(example = "23737") String alias,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.remove(alias, unquoted(ifMatch), caller);
    }

    @GET
    @Operation(operationId = "listAliases", summary = "All aliases, in their order")
    public Page<AliasView> list(
            @QueryParam("code") @Parameter(description = "Only aliases of this main code", example = "23938") @Nullable String code,
            @BeanParam PageQuery page) {
        List<String> after = page.after(code);
        List<AliasView> found =
                repository
                        .list(Filters.text("code", code), after.isEmpty() ? null : after.getFirst(), page.size() + 1)
                        .stream()
                        .map(alias -> AliasView.of(alias, null))
                        .toList();
        return page.page(found, view -> List.of(view.alias()), code);
    }

    private static @Nullable String unquoted(@Nullable String tag) {
        return tag == null ? null : tag.strip().replaceFirst("^\"(.*)\"$", "$1");
    }
}
