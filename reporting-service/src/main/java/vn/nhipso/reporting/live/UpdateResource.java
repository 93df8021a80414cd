package vn.nhipso.reporting.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells at once when rollups were made anew. */
@Path("/v1/updates")
@PermitAll
@Tag(name = "Updates", description = "Server-sent events when figures are made anew")
public class UpdateResource {

    /** Events that may wait for a slow listener; then it is cut off and may come back with what it heard last. */
    private static final int MOST_WAITING = 256;

    private final Updates updates;

    UpdateResource(Updates updates) {
        this.updates = updates;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followUpdates",
            summary = "Listen for figures that are made anew",
            description =
                    "An event `rollup` whenever rollups of the unit were made anew, by whichever instance, with the watermark up to which everything is"
                            + " in them. Whoever comes back with `Last-Event-ID` is given what it has missed; after more than an hour an event `reset` says"
                            + " to read anew. A comment every 15 seconds keeps the connection open.")
    @APIResponse(
            responseCode = "200",
            description = "The events, without end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = UpdateView.class)))
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, UNKNOWN_PARAMETER")
    @APIResponse(responseCode = "404", description = "UNIT_NOT_FOUND: no unit has ever borne the code")
    @APIResponse(responseCode = "503", description = "TOO_MANY_LISTENERS, with Retry-After")
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "Code of a unit", example = "870", required = true) @QueryParam("unit") @Nullable String unit,
            @Parameter(description = "Only these indicators; repeatable", example = "DG01") @QueryParam("indicator")
                    List<String> indicators,
            @Parameter(description = "Those of all units below it, too")
                    @QueryParam("descendants")
                    @DefaultValue("false")
                    boolean descendants,
            @Parameter(description = "`id` of the last event that was received") @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        Updates.Asked asked = updates.asked(unit, indicators, descendants, lastEventId);
        return Multi.createFrom().emitter(emitter -> updates.listen(asked, sse, emitter), MOST_WAITING);
    }
}
