package vn.nhipso.indicator.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/reporting-calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reporting calendars", description = "When periods close and reports are due")
class CalendarResource {

    private static final String EXAMPLE = """
            {"deadlines":{"MONTH":5,"QUARTER":10,"HALF":15,"YEAR":30},"validFrom":"2026-01-01"}""";

    private final CalendarService service;
    private final Caller caller;

    CalendarResource(CalendarService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List the calendars",
            description = "CALENDAR closes its months on their last day, ADMINISTRATIVE on the 14th.")
    public Page<CalendarVersion> list() {
        return Page.of(service.all());
    }

    @GET
    @Path("{calendar}")
    @Operation(summary = "Read a calendar", description = "With the deadlines that were set last, and its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = CalendarVersion.class)))
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER: neither CALENDAR nor ADMINISTRATIVE")
    public Response read(@PathParam("calendar") ReportingCalendar calendar) {
        return answer(service.find(calendar));
    }

    @PUT
    @Path("{calendar}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Set the deadlines of a calendar",
            description =
                    "Days after the closing day until which a report is in time, the last one included. They count for periods that close from"
                            + " `validFrom` on; what closed before keeps its deadlines. The same again is 200 and needs no If-Match.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SetCalendar.class),
                            examples = @ExampleObject(name = "deadlines", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Set, or the same already",
            content = @Content(schema = @Schema(implementation = CalendarVersion.class)))
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED: it has changed since it was read")
    @APIResponse(responseCode = "422", description = "INVALID_FIELD, UNKNOWN_FIELD")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response set(
            @PathParam("calendar") ReportingCalendar calendar,
            @NotNull @Valid SetCalendar body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        caller.requireWholeTree();
        String expected = ifMatch == null ? null : ifMatch.strip().replaceFirst("^\"(.*)\"$", "$1");
        return answer(service.set(calendar, body, expected, caller.name()));
    }

    private static Response answer(CalendarVersion version) {
        return Response.ok(version).tag(new EntityTag(version.etag())).build();
    }
}
