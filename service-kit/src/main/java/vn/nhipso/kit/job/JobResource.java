package vn.nhipso.kit.job;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemBody;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.ProblemResponses;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Jobs over HTTP: watched and cancelled by who submitted them. */
@Path(Jobs.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "SecurityScheme")
@Tag(name = "Jobs", description = "Work that outlives its request. A finished job can be asked for during 30 days.")
public class JobResource {

    private static final String RUNNING = """
            {"id": "0198f3f2-7c1e-7b63-9d0a-5f0e3c2b1a90", "kind": "unit-import", "status": "RUNNING",
             "progress": {"phase": "CHECKING", "done": 5400, "total": 10794, "percent": 50.0277},
             "submittedAt": "2025-07-01T01:00:00Z", "startedAt": "2025-07-01T01:00:01Z", "attempts": 1}
            """;

    private static final String FAILED = """
            {"id": "0198f3f2-7c1e-7b63-9d0a-5f0e3c2b1a90", "kind": "unit-import", "status": "FAILED",
             "errors": [{"row": 812, "pointer": "/parent_code", "code": "PARENT_UNKNOWN", "detail": "Không có đơn vị 871 trong danh sách."}],
             "errorCount": 1, "submittedAt": "2025-07-01T01:00:00Z", "startedAt": "2025-07-01T01:00:01Z",
             "finishedAt": "2025-07-01T01:00:03Z", "attempts": 1}
            """;

    private final Jobs jobs;
    private final JobViews views;
    private final Caller caller;

    JobResource(Jobs jobs, JobViews views, Caller caller) {
        this.jobs = jobs;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getJob",
            summary = "How far a job is, and what came of it",
            description = "Seen by who submitted it and by operators; to everybody else it does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The job; with `Retry-After` while it has not ended",
            headers = @Header(name = "Retry-After", schema = @Schema(examples = "1")),
            content =
                    @Content(
                            schema = @Schema(implementation = JobView.class),
                            examples = {
                                @ExampleObject(name = "running", value = RUNNING),
                                @ExampleObject(name = "failed", value = FAILED)
                            }))
    @APIResponse(
            responseCode = "401",
            description = "UNAUTHENTICATED",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(
            responseCode = "404",
            description = "JOB_NOT_FOUND",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    public RestResponse<JobView> get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return answer(visible(id), RestResponse.Status.OK, headers);
    }

    @GET
    @Operation(operationId = "listJobs", summary = "One's own jobs, newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(
            responseCode = "401",
            description = "UNAUTHENTICATED",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    public Page<JobView> list(
            @QueryParam("status") @Parameter(description = "Only those that stand there") @Nullable JobStatus status,
            @BeanParam PageQuery paging,
            @Context HttpHeaders headers) {
        Page<Job> page = jobs.list(caller.name(), status, paging);
        var language = ProblemResponses.language(headers);
        return new Page<>(
                page.items().stream().map(job -> views.of(job, language)).toList(), page.next());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "cancelJob",
            summary = "Cancels a job",
            description = "A queued job ends at once, a running one when it notices: then nothing of it has an effect.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It was asked to end",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(
            responseCode = "401",
            description = "UNAUTHENTICATED",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(
            responseCode = "404",
            description = "JOB_NOT_FOUND",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(
            responseCode = "409",
            description = "JOB_FINISHED: it has succeeded or failed",
            content =
                    @Content(
                            mediaType = ProblemResponses.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))
    public RestResponse<JobView> cancel(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        boolean cancelled = jobs.cancel(visible(id).id());
        Job job = visible(id);
        if (!cancelled && job.status() != JobStatus.CANCELLED) {
            throw new ProblemException(KitProblem.JOB_FINISHED, KitProblem.JOB_FINISHED.title())
                    .with("jobStatus", job.status());
        }
        return answer(job, job.status().isFinished() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, headers);
    }

    private RestResponse<JobView> answer(Job job, RestResponse.Status status, HttpHeaders headers) {
        var answer = RestResponse.ResponseBuilder.create(status, views.of(job, ProblemResponses.language(headers)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return job.status().isFinished()
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    private Job visible(UUID id) {
        return jobs.find(id)
                .filter(job -> job.owner().equals(caller.name()) || caller.has(Roles.OPERATOR))
                .orElseThrow(() -> new ProblemException(
                        KitProblem.JOB_NOT_FOUND, Text.of("Không có tác vụ %s.", "There is no job %s.", id)));
    }
}
