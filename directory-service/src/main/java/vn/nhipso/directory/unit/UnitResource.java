package vn.nhipso.directory.unit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Tagged;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;

/** Units and their tree on any day. */
@Path("/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units", description = "Administrative units over time. A code means something only with a date.")
class UnitResource {

    private static final int ALL_LEVELS = Level.values().length;

    private final Units units;
    private final UnitRepository repository;
    private final UnitSearch search;

    UnitResource(Units units, UnitRepository repository, UnitSearch search) {
        this.units = units;
        this.repository = repository;
        this.search = search;
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getUnit",
            summary = "The unit that bears a code on a day",
            description =
                    "Where nobody bears the code that day but some publications use it for a unit, that unit with its main code, and `alias`. So it is"
                            + " wherever a unit is read by its code.")
    @APIResponse(
            responseCode = "200",
            description = "`/v1/units/31420?validAt=2025-06-30` is Hòa Mỹ, on 2025-07-01 it is Phụng Hiệp",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(
            responseCode = "404",
            description = "UNIT_NOT_FOUND: nobody bears the code on that day; `lived` lists who did on other days")
    public RestResponse<UnitView> get(@PathParam("code") String code, @BeanParam AtDay at, @Context Request request) {
        UnitVersion unit = units.require(code, at.when(units));
        String alias = unit.code().equals(code) ? null : code;
        return Tagged.answer(request, UnitView.of(unit).foundBy(null, alias));
    }

    @GET
    @Path("/{code}/children")
    @Revalidated
    @Operation(operationId = "listChildren", summary = "The units directly below, by code")
    public Page<UnitView> children(
            @PathParam("code") String code,
            @BeanParam AtDay at,
            @BeanParam Narrowing narrowing,
            @BeanParam PageQuery page) {
        return below(code, at.when(units), 1, narrowing.filter(), page);
    }

    @GET
    @Path("/{code}/descendants")
    @Revalidated
    @Operation(operationId = "listDescendants", summary = "All units below, by level and code")
    public Page<UnitView> descendants(
            @PathParam("code") String code,
            @BeanParam AtDay at,
            @BeanParam Narrowing narrowing,
            @BeanParam PageQuery page) {
        return below(code, at.when(units), ALL_LEVELS, narrowing.filter(), page);
    }

    @GET
    @Path("/{code}/ancestors")
    @Revalidated
    @Operation(operationId = "listAncestors", summary = "The units above: the parent first, the root last")
    public Page<UnitView> ancestors(
            @PathParam("code") String code, @BeanParam AtDay at, @BeanParam Narrowing narrowing) {
        When when = at.when(units);
        UnitFilter filter = narrowing.filter();
        return Page.of(repository.ancestors(units.require(code, when).code(), when).stream()
                .filter(filter::takes)
                .map(UnitView::of)
                .toList());
    }

    @GET
    @Operation(
            operationId = "findUnits",
            summary = "Find units",
            description =
                    "By code, short or full name, present or former, with or without diacritics; best match first: the code, the name, the full"
                            + " name, what begins so, what has a word that begins so, what has it inside. Among equals living units before ended ones,"
                            + " present names before former ones, higher levels first. With `q` and without `validAt` units of all time are found, as they"
                            + " are today or were last; otherwise the units of `validAt`, or of today.")
    public Page<UnitView> find(
            @BeanParam Search asked, @BeanParam AtDay at, @BeanParam Narrowing narrowing, @BeanParam PageQuery page) {
        UnitSearch.Question question = asked.question(at, narrowing.filter(), units);
        String filters = question.toString();
        TopHits.Place after = Filters.after(page.after(filters), TopHits.Place::of);
        Page<TopHits.Hit> found = page.page(
                search.find(question, after, page.size() + 1),
                hit -> hit.place().key(),
                filters);
        return new Page<>(
                found.items().stream()
                        .map(hit -> UnitView.of(hit.unit()).foundBy(hit.formerName(), hit.alias()))
                        .toList(),
                found.next());
    }

    private Page<UnitView> below(String code, When when, int depth, UnitFilter filter, PageQuery page) {
        String above = units.require(code, when).code();
        String[] filters = {code, when.toString(), filter.toString(), String.valueOf(depth)};
        String after = page.after(filters).stream().findFirst().orElse(null);
        List<UnitView> found = repository.descendants(above, when, depth, filter, after, page.size() + 1).stream()
                .map(UnitView::of)
                .toList();
        return page.page(found, unit -> List.of(unit.code()), filters);
    }
}
