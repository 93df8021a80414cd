package vn.nhipso.indicator.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

@Path("/v1/changes")
@Tag(name = "Changes", description = "What was published, corrected and withdrawn, in order: the feed and its webhooks")
class FeedResource {

    private static final int MOST_SECONDS = 30;
    private static final String LINES = "application/x-ndjson";
    private static final MediaType LINES_TYPE = new MediaType("application", "x-ndjson");

    private final ChangeFeed feed;
    private final FeedPositions positions;
    private final ObjectMapper json;

    FeedResource(ChangeFeed feed, FeedPositions positions, ObjectMapper json) {
        this.feed = feed;
        this.positions = positions;
        this.json = json;
    }

    @Schema(name = "Changes", description = "Some changes, and where to go on")
    record Body(
            List<ChangeView> items,

            @Schema(
                    description =
                            "Pass as `after` to go on, under the same or other filters. Always given: the feed has no end",
                    examples = "indicator:4711")
            String next) {}

    /** The last line of an answer in lines. */
    record Mark(String next) {}

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, LINES})
    @Operation(
            summary = "Follow what is published",
            description =
                    "Every published value, correction and withdrawal once, in the order in which they came to count, without gaps whichever writer"
                            + " commits last. Keep `next` with what you have applied and go on from it; nothing is ever removed, so that whoever begins"
                            + " without `after` rebuilds the state. What waits for publication never shows."
                            + "\n\nWith `waitSeconds` an answer without items is held back until there is something. With filters one request looks through"
                            + " 10,000 changes at most: fewer items than `pageSize`, or none, do not mean the end; go on from `next`."
                            + "\n\nWith `Accept: application/x-ndjson` one change a line, the last line having `next`.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples = @ExampleObject(name = "a correction", value = FeedExamples.PAGE)),
                @Content(mediaType = LINES, schema = @Schema(implementation = ChangeView.class))
            })
    @APIResponse(
            responseCode = "400",
            description = "INVALID_CURSOR: `after` is none of this feed; INVALID_PARAMETER, UNKNOWN_PARAMETER")
    public Response follow(
            @QueryParam("after")
                    @Parameter(
                            description =
                                    "`next` of an answer, or the `sequence` of any write; without it from the beginning",
                            example = "indicator:4711")
                    @Nullable String after,
            @QueryParam("waitSeconds")
                    @DefaultValue("0")
                    @Parameter(description = "How long to wait where there is nothing yet, 0 to 30")
                    int waitSeconds,
            @QueryParam("pageSize") @Parameter(description = "Items an answer, 1 to 1000, 100 by default") @Nullable Integer pageSize,
            @QueryParam("indicator") @Parameter(description = "Repeatable", example = "DG01") List<String> indicator,
            @QueryParam("unit") @Parameter(description = "Repeatable", example = "870") List<String> unit,
            @QueryParam("within")
                    @Parameter(
                            description =
                                    "Figures of this unit and all below it, on the closing day of their period; those of units that it has taken"
                                            + " over wholly included",
                            example = "82")
                    @Nullable String within,
            @Context Request request)
            throws InterruptedException {
        int size = new PageQuery(null, pageSize).size();
        ChangeFilter filter = new ChangeFilter(indicator, unit, within);
        ChangePage page = feed.follow(filter, positions.read(after), size, patience(waitSeconds));
        return answer(new Body(page.items(), positions.token(page.next())), request);
    }

    private Response answer(Body body, Request request) {
        Variant variant = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, LINES_TYPE)
                .add()
                .build());
        boolean lines = variant != null && variant.getMediaType().isCompatible(LINES_TYPE);
        return Response.ok(lines ? lines(body) : body, lines ? LINES_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private StreamingOutput lines(Body body) {
        return out -> {
            StringBuilder text = new StringBuilder();
            for (ChangeView change : body.items()) {
                text.append(json.writeValueAsString(change)).append('\n');
            }
            text.append(json.writeValueAsString(new Mark(body.next()))).append('\n');
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Duration patience(int seconds) {
        if (seconds < 0 || seconds > MOST_SECONDS) {
            Text detail =
                    Text.of("waitSeconds phải từ 0 đến %d.", "waitSeconds must be between 0 and %d.", MOST_SECONDS);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("waitSeconds", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return Duration.ofSeconds(seconds);
    }
}
