package vn.nhipso.indicator.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STEWARD, Roles.OPERATOR})
@Tag(name = "Changes")
class WebhookActionResource {

    private static final String KEY = "The same key and request again gets the same answer";

    private final WebhookService service;
    private final Caller caller;

    WebhookActionResource(WebhookService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** The body of a replay. */
    @Schema(name = "ReplayWebhook")
    record Replay(
            @Schema(description = "A `next` or `sequence`; indicator:0 for the beginning", examples = "indicator:4711")
            @NotNull String after) {}

    @POST
    @Path("secret-rotation")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Take a new secret",
            description =
                    "Messages carry both signatures until `oldSecretUntil`, a day by default, so that the receiver can change over.")
    @APIResponse(
            responseCode = "200",
            description = "The new secret, shown this once",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    public Response rotate(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY) @Nullable String idempotencyKey) {
        return KeptAnswers.response(service.rotate(id, asker(idempotencyKey)));
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Go on from another place in the feed",
            description =
                    "Back, to be told again, or ahead, to skip. What was made of the feed and is not delivered is cancelled and made anew from there;"
                            + " messages made anew have new ids.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "INVALID_CURSOR: `after` is no place in the feed")
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    public Response replay(
            @PathParam("id") UUID id,
            @NotNull @Valid Replay body,
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY) @Nullable String idempotencyKey) {
        return KeptAnswers.response(service.replay(id, body.after(), asker(idempotencyKey)));
    }

    private WebhookService.Asker asker(@Nullable String key) {
        return new WebhookService.Asker(caller.name(), caller.unit(), key);
    }
}
