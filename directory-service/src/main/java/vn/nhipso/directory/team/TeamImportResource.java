package vn.nhipso.directory.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.UploadDigest;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.table.FileErrors;

/** Files of teams. */
@Path(TeamImportResource.PATH)
@Tag(name = "Teams")
class TeamImportResource {

    static final String PATH = "/v1/team-imports";

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String TEMPLATE = """
            unit,kind,level,name,decision_number,decision_issuer,decision_issued_on,valid_from,valid_to,member_name,member_role,member_body,member_phone,member_from,member_to
            15655-01,COMMUNITY,HAMLET,Tổ công nghệ số cộng đồng Thôn 1,12/QĐ-UBND,Ủy ban nhân dân xã Ngọc Phụng,2022-09-30,2022-10-01,,Nguyễn Văn A,LEADER,Trưởng thôn,0900 000 001,2022-10-01,
            15655-01,COMMUNITY,HAMLET,Tổ công nghệ số cộng đồng Thôn 1,12/QĐ-UBND,Ủy ban nhân dân xã Ngọc Phụng,2022-09-30,2022-10-01,,Trần Thị B,MEMBER,Đoàn Thanh niên,,2022-10-01,2024-03-01
            15655,YOUTH,COMMUNE,Tổ thanh niên xã Ngọc Phụng,,,,,,,,,,,
            """;

    private final TeamImportService service;
    private final Once once;
    private final Caller caller;

    TeamImportResource(TeamImportService service, Once once, Caller caller) {
        this.service = service;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "importTeams",
            summary = "Enter a file of teams with their members",
            description =
                    "One row a member, or one for a team without members; rows of one team repeat its columns. A team is known again by unit, kind, name and"
                            + " first day, or by kind and name at that unit on that day; a member by name and first day. What is known and altered is altered,"
                            + " a blank cell says nothing, nobody is removed: sent again it changes nothing. All or nothing: every bad row is named by its line, and"
                            + " no answer repeats a name or a phone number of a person. Columns may be named in English or Vietnamese, in any order;"
                            + " days are written 2022-10-01 or 01/10/2022. At most 20,000 rows. Members of recorded teams are for those who may see them.")
    public TeamImportView load(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples = @ExampleObject(name = "The template", value = TEMPLATE)),
                                @Content(
                                        mediaType = XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    File file,
            @QueryParam("dryRun")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable String dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        boolean trial = Filters.flag("dryRun", dryRun);
        FileErrors errors = new FileErrors();
        TeamSheet sheet = TeamSheet.read(file.toPath(), errors);
        if (trial || key == null) {
            return service.apply(sheet, errors, trial, caller);
        }
        Once.Request request = new Once.Request(key, caller.name(), PATH, UploadDigest.of(file.toPath()));
        return once.answer(request, TeamImportView.class, () -> service.apply(sheet, errors, false, caller));
    }

    @GET
    @Path("/template")
    @Produces(CSV)
    @Operation(
            operationId = "getTeamTemplate",
            summary = "A file to fill in",
            description = "UTF-8 with a byte order mark, so that Excel reads it right.")
    public RestResponse<String> template() {
        return RestResponse.ResponseBuilder.ok("\ufeff" + TEMPLATE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"teams.csv\"")
                .build();
    }
}
