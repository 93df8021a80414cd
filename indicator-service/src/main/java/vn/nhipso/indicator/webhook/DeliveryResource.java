package vn.nhipso.indicator.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/webhooks/{webhook}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STEWARD, Roles.OPERATOR})
@Tag(name = "Changes")
class DeliveryResource {

    private final WebhookService service;
    private final WebhookStore webhooks;
    private final WebhookAccess access;
    private final DeliveryLog deliveries;
    private final Caller caller;

    DeliveryResource(
            WebhookService service,
            WebhookStore webhooks,
            WebhookAccess access,
            DeliveryLog deliveries,
            Caller caller) {
        this.service = service;
        this.webhooks = webhooks;
        this.access = access;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    /** For the description only. */
    @Schema(name = "WebhookDeliveries")
    record Body(List<Delivery> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listDeliveries",
            summary = "What was sent, and what came of it",
            description = "Newest first, without bodies. Messages that are done are kept for 30 days.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            examples =
                                    @ExampleObject(
                                            name = "a receiver in maintenance",
                                            value = WebhookExamples.DELIVERIES)))
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
    public Page<Delivery> list(
            @PathParam("webhook") UUID webhook,
            @QueryParam("state") @Nullable DeliveryState state,
            @BeanParam PageQuery page) {
        access.require(webhook, webhooks.find(webhook), caller.unit());
        String[] filters = {webhook.toString(), String.valueOf(state)};
        List<DeliveryLog.Entry> found = deliveries.list(webhook, state, before(page.after(filters)), page.size() + 1);
        Page<DeliveryLog.Entry> cut = page.page(found, entry -> List.of(Long.toString(entry.number())), filters);
        return new Page<>(cut.items().stream().map(DeliveryLog.Entry::delivery).toList(), cut.next());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readDelivery", summary = "Read a message", description = "With the body that is sent.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Delivery.class)))
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND")
    public Delivery read(@PathParam("webhook") UUID webhook, @PathParam("id") UUID id) {
        access.require(webhook, webhooks.find(webhook), caller.unit());
        return service.delivery(webhook, id);
    }

    @POST
    @Path("{id}/redelivery")
    @Operation(
            operationId = "redeliver",
            summary = "Send a message again",
            description =
                    "At once, also one that was delivered, under the same `webhook-id` and with all its attempts before it again.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    public Response redeliver(
            @PathParam("webhook") UUID webhook,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey) {
        return KeptAnswers.response(
                service.sendAgain(webhook, id, new WebhookService.Asker(caller.name(), caller.unit(), idempotencyKey)));
    }

    private static long before(List<String> after) {
        try {
            return after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after.getFirst());
        } catch (NumberFormatException forged) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
    }
}
