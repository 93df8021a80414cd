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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "What is counted: definitions and their versions")
class IndicatorResource {

    private final IndicatorService service;
    private final IndicatorRepository indicators;
    private final Caller caller;

    IndicatorResource(IndicatorService service, IndicatorRepository indicators, Caller caller) {
        this.service = service;
        this.indicators = indicators;
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
                            + " is 200 without it. A change of meaning counts `version` up, a change of wording only `revision`.")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "Replaced, or the same already")
    @APIResponse(
            responseCode = "412",
            description =
                    "PRECONDITION_FAILED: the definition is not the one of If-Match, or exists despite If-None-Match: *")
    @APIResponse(responseCode = "422", description = "INVALID_FIELD, UNKNOWN_FIELD, INDICATOR_CODE_RESERVED")
    @APIResponse(
            responseCode = "428",
            description = "PRECONDITION_REQUIRED: another definition stands and If-Match is missing")
    public Response define(
            @PathParam("code") @Pattern(regexp = IndicatorCode.PATTERN) @Parameter(example = "DG01") String code,
            @NotNull @Valid DefineIndicator body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        IndicatorService.Outcome outcome =
                service.define(code, body, unquoted(ifMatch), "*".equals(ifNoneMatch), caller.name());
        Response.ResponseBuilder answer =
                outcome.created() ? Response.created(URI.create("/v1/indicators/" + code)) : Response.ok();
        return answer.entity(outcome.view())
                .tag(new EntityTag(outcome.view().etag()))
                .build();
    }

    @GET
    @Path("{code}")
    @Operation(summary = "Read a definition")
    @APIResponse(responseCode = "200", description = "The present definition, with its ETag")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND")
    public Response read(@PathParam("code") @Parameter(example = "DG01") String code) {
        Indicator indicator = indicators.findByIdOptional(code).orElseThrow(() -> notFound(code));
        IndicatorView view = IndicatorView.of(indicator);
        return Response.ok(view).tag(new EntityTag(view.etag())).build();
    }

    @GET
    @Operation(summary = "List definitions", description = "In the order of their codes.")
    public Page<IndicatorView> list(
            @QueryParam("pillar") @Nullable Pillar pillar,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("q")
                    @Parameter(description = "Words of the code or a name, diacritics or not", example = "ho so")
                    @Nullable String q,
            @BeanParam PageQuery page) {
        String[] filters = {String.valueOf(pillar), String.valueOf(kind), String.valueOf(q)};
        List<String> after = page.after(filters);
        List<IndicatorView> found =
                indicators.list(pillar, kind, q, after.isEmpty() ? null : after.getFirst(), page.size() + 1).stream()
                        .map(IndicatorView::of)
                        .toList();
        return page.page(found, view -> List.of(view.code()), filters);
    }

    private static @Nullable String unquoted(@Nullable String tag) {
        return tag == null ? null : tag.strip().replaceFirst("^\"(.*)\"$", "$1");
    }

    private static ProblemException notFound(String code) {
        return new ProblemException(
                IndicatorProblem.INDICATOR_NOT_FOUND,
                Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", code));
    }
}
