package vn.nhipso.reporting.correction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.SequenceToken;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What was published and is another now. */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Corrections", description = "Published values that changed, and everything that they moved")
public class CorrectionResource {

    private static final int MOST_SECONDS = 30;

    private final CorrectionFeed feed;

    CorrectionResource(CorrectionFeed feed) {
        this.feed = feed;
    }

    /** Some notices, and where to go on. */
    @Schema(name = "Corrections")
    public record Body(
            List<CorrectionView> items,

            @Schema(
                    description = "Pass as `after` to go on. Always given: the feed has no end",
                    examples = "reporting:4711")
            String next) {}

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listCorrections",
            summary = "Follow corrections",
            description =
                    "A notice for every published value that was replaced or taken back: what, why, old and new, and every rollup, status and rank that"
                            + " moved with it. In the order in which they came to count, without gaps, each once. With `waitSeconds` an answer without items"
                            + " is held back until there is one. Without `after` from the beginning.")
    @APIResponse(responseCode = "200", description = "The notices")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, INVALID_CURSOR, UNKNOWN_PARAMETER")
    @APIResponse(responseCode = "503", description = "SEQUENCE_NOT_REACHED, TOOK_TOO_LONG, with Retry-After")
    public Body list(
            @Parameter(
                            description =
                                    "Corrections that can move a figure of this unit: its own and those of all below it; repeatable",
                            example = "87")
                    @QueryParam("unit")
                    List<String> units,
            @Parameter(description = "Of this indicator; repeatable", example = "DG01") @QueryParam("indicator")
                    List<String> indicators,
            @Parameter(description = "`next` of an answer before", example = "reporting:4711")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "How long to wait where there is nothing yet, 0 to 30")
                    @QueryParam("waitSeconds")
                    @DefaultValue("0")
                    int waitSeconds,
            @Parameter(description = "Items an answer, 1 to 1000, 100 by default") @QueryParam("pageSize") @Nullable Integer pageSize,
            @Parameter(description = "Waits up to 2 s until this sequence is applied; repeatable")
                    @QueryParam("minSequence")
                    List<String> minSequence)
            throws InterruptedException {
        if (waitSeconds < 0 || waitSeconds > MOST_SECONDS) {
            Text detail =
                    Text.of("waitSeconds phải từ 0 đến %d.", "waitSeconds must be between 0 and %d.", MOST_SECONDS);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("waitSeconds", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        int size = new PageQuery(null, pageSize).size();
        CorrectionLog.Found found = feed.follow(
                new CorrectionLog.Filter(indicators, units),
                feed.position(after),
                size,
                Duration.ofSeconds(waitSeconds),
                minSequence);
        return new Body(found.items(), new SequenceToken(CorrectionLog.SERVICE, found.next()).toString());
    }
}
