package vn.nhipso.reporting.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.DeadLetters;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.reporting.ReportingProblem;

/** Events that could not be applied, for those who run the service. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "SecurityScheme")
@Tag(name = "Dead letters", description = "Events that could not be applied; they hold nothing else up")
public class DeadLetterResource {

    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Open dead letters, oldest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: only operators")
    public Page<DeadLetterView> list(
            @Parameter(description = "Only of this topic", example = "indicator.measurements")
                    @QueryParam("topic")
                    @Nullable String topic,
            @BeanParam PageQuery paging) {
        var page = letters.list(topic, paging);
        return new Page<>(page.items().stream().map(DeadLetterView::listed).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "A dead letter with what it holds")
    @APIResponse(responseCode = "200", description = "The dead letter")
    @APIResponse(responseCode = "404", description = "DEAD_LETTER_NOT_FOUND")
    public DeadLetterView get(@PathParam("id") UUID id) {
        return letters.find(id).map(DeadLetterView::whole).orElseThrow(DeadLetterResource::unknown);
    }

    @POST
    @Path("/{id}/redelivery")
    @Operation(
            operationId = "redeliverDeadLetter",
            summary = "Applies a dead letter now",
            description =
                    "Answers whether it could be applied; where not, its cause is renewed and its attempts are counted.")
    @APIResponse(responseCode = "200", description = "Whether it could be applied")
    @APIResponse(responseCode = "404", description = "DEAD_LETTER_NOT_FOUND")
    public Redelivery redeliver(@PathParam("id") UUID id) {
        boolean applied = letters.redeliver(id).orElseThrow(DeadLetterResource::unknown);
        return new Redelivery(
                applied, applied ? null : DeadLetterView.whole(letters.find(id).orElseThrow()));
    }

    /** What came of a redelivery. */
    public record Redelivery(boolean applied, @Nullable DeadLetterView deadLetter) {}

    private static ProblemException unknown() {
        return new ProblemException(
                ReportingProblem.DEAD_LETTER_NOT_FOUND,
                new Text(
                        "Không có sự kiện hỏng nào đang chờ với mã này.",
                        "There is no open dead letter with this id."));
    }
}
