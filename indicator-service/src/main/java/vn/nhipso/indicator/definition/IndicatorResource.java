package vn.nhipso.indicator.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "What is counted: definitions and their versions")
class IndicatorResource {

    private final IndicatorService service;
    private final IndicatorQuery query;
    private final VersionQuery versions;
    private final Caller caller;

    IndicatorResource(IndicatorService service, IndicatorQuery query, VersionQuery versions, Caller caller) {
        this.service = service;
        this.query = query;
        this.versions = versions;
        this.caller = caller;
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Define an indicator",
            description =
                    "Creates it (201) or replaces its definition (200). What exists is replaced only with If-Match; the same definition again"
                            + " is 200 without it. A change of meaning counts `version` up, a change of wording only `revision`. A new version counts"
                            + " from its `validFrom` and ends the one before; one that begins on the first day of the present version takes its place.")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "Replaced, or the same already")
    @APIResponse(
            responseCode = "412",
            description =
                    "PRECONDITION_FAILED: the definition is not the one of If-Match, or exists despite If-None-Match: *")
    @APIResponse(
            responseCode = "422",
            description =
                    "INVALID_FIELD, UNKNOWN_FIELD, INDICATOR_CODE_RESERVED; VERSION_BEGINS_TOO_EARLY, VERSIONS_LEAVE_A_GAP, MEANING_CHANGED (with"
                            + " wordingOnly); REFERENCE_UNKNOWN, REFERENCE_NOT_FITTING (weight, denominatorIndicator); REPLACEMENT_UNKNOWN,"
                            + " REPLACEMENT_CIRCULAR")
    @APIResponse(
            responseCode = "428",
            description = "PRECONDITION_REQUIRED: another definition stands and If-Match is missing")
    public Response define(
            @PathParam("code") @Pattern(regexp = IndicatorCode.PATTERN) @Parameter(example = "DG01") String code,
            @NotNull @Valid DefineIndicator body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @BeanParam AmendmentTerms terms) {
        caller.requireWholeTree();
        IndicatorService.Outcome outcome =
                service.define(code, body, terms.of(Tags.unquoted(ifMatch), "*".equals(ifNoneMatch)), caller.name());
        Response.ResponseBuilder answer =
                outcome.created() ? Response.created(URI.create("/v1/indicators/" + code)) : Response.ok();
        return answer.entity(outcome.view())
                .tag(new EntityTag(outcome.view().etag()))
                .build();
    }

    @GET
    @Path("{code}")
    @Operation(
            summary = "Read a definition",
            description =
                    "The present one, or with `version` or `validAt` an earlier one with the days on which it counts.")
    @APIResponse(responseCode = "200", description = "The definition, with its ETag")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, INDICATOR_VERSION_NOT_FOUND")
    public Response read(
            @PathParam("code") @Parameter(example = "DG01") String code,
            @QueryParam("version") @Parameter(description = "That version in its last words", example = "1") @Nullable Integer version,
            @QueryParam("validAt")
                    @Parameter(description = "The version that counts on that day", example = "2024-06-30")
                    @Nullable LocalDate validAt) {
        IndicatorView present = query.find(code).orElseThrow(() -> IndicatorService.notFound(code));
        IndicatorView view = version == null && validAt == null ? present : earlier(code, version, validAt);
        return Response.ok(view).tag(new EntityTag(view.etag())).build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Uploads.CSV})
    @Operation(
            summary = "List and search definitions",
            description =
                    "In the order of their codes; with `q` the best match first: the code, then names, then everything else. As CSV (Accept: text/csv,"
                            + " or format=csv) all of them on one page, as an import takes them back.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or a table",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = IndicatorPage.class)),
                @Content(mediaType = Uploads.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @BeanParam IndicatorFilter filter,
            @QueryParam("format")
                    @Parameter(
                            description = "Instead of Accept",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv"}))
                    @Nullable String format,
            @BeanParam PageQuery page,
            @Context HttpHeaders headers) {
        if (ListFormat.isCsv(format, headers)) {
            return ListFormat.csv(CatalogueCsv.write(query.all(filter)));
        }
        List<String> after = page.after(filter.all());
        Page<IndicatorQuery.Found> found =
                page.page(query.list(filter, after, page.size() + 1), IndicatorQuery.Found::key, filter.all());
        return Response.ok(IndicatorPage.of(found), MediaType.APPLICATION_JSON).build();
    }

    private IndicatorView earlier(String code, @Nullable Integer version, @Nullable LocalDate validAt) {
        Optional<IndicatorView> found = version == null
                ? versions.on(code, Objects.requireNonNull(validAt))
                : versions.version(code, version).filter(view -> validAt == null || view.countsOn(validAt));
        return found.orElseThrow(() -> new ProblemException(
                IndicatorProblem.INDICATOR_VERSION_NOT_FOUND,
                Text.of(
                        "Chỉ tiêu %s không có phiên bản như vậy (%s).",
                        "Indicator %s has no such version (%s).",
                        code,
                        String.valueOf(version == null ? validAt : version))));
    }
}
