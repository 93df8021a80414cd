package vn.nhipso.indicator.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.callbacks.Callback;
import org.eclipse.microprofile.openapi.annotations.callbacks.CallbackOperation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.feed.FeedPositions;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STEWARD, Roles.OPERATOR})
@Tag(name = "Changes")
class WebhookResource {

    private static final String KEY = "The same key and request again gets the same answer";

    private final WebhookService service;
    private final WebhookStore webhooks;
    private final WebhookAccess access;
    private final FeedPositions positions;
    private final Caller caller;

    WebhookResource(
            WebhookService service,
            WebhookStore webhooks,
            WebhookAccess access,
            FeedPositions positions,
            Caller caller) {
        this.service = service;
        this.webhooks = webhooks;
        this.access = access;
        this.positions = positions;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerWebhook",
            summary = "Register a webhook",
            description =
                    "Messages are POSTed to the URL as the Standard Webhooks specification says: `webhook-id`, `webhook-timestamp` and"
                            + " `webhook-signature`, which is `v1,` and the Base64 HMAC-SHA256 of `id.timestamp.body` under the secret. The answer is the"
                            + " only one that shows the secret.\n\nThe receiver answers with 2xx within 15 seconds; anything else is tried again after 5 s,"
                            + " 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, then the webhook is disabled. Messages come in order, one after the other, each at"
                            + " least once and always under the same `webhook-id`; while one is not taken, those behind it wait. The URL must be https and"
                            + " its host must have public addresses only; redirects are not followed; 410 disables the webhook.\n\n"
                            + "`measurements.changed` carries up to 500 items of the change feed. `return.due` (three days before the last day in time),"
                            + " `return.late` (the day after it) and `return.returned` carry up to 500 returns, each told once; while a webhook is disabled"
                            + " it is not told of returns.")
    @Callback(
            name = "message",
            callbackUrlExpression = "{$request.body#/url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "What the receiver gets",
                            description =
                                    "With the headers webhook-id, webhook-timestamp and webhook-signature. `data.changes` of measurements.changed,"
                                            + " `data.returns` of the others.",
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_JSON,
                                                            schema = @Schema(implementation = MessageBody.class),
                                                            examples = {
                                                                @ExampleObject(
                                                                        name = "a correction",
                                                                        value = WebhookExamples.CHANGED),
                                                                @ExampleObject(
                                                                        name = "a return that is late",
                                                                        value = WebhookExamples.LATE)
                                                            })),
                            responses = @APIResponse(responseCode = "204", description = "Taken; any 2xx is")))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RegisterWebhook.class),
                            examples =
                                    @ExampleObject(
                                            name = "what Đồng Tháp publishes",
                                            value = WebhookExamples.REGISTER)))
    @APIResponse(
            responseCode = "201",
            description = "Registered; the secret is shown this once",
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookView.class),
                            examples = @ExampleObject(name = "registered", value = WebhookExamples.REGISTERED)))
    @APIResponse(responseCode = "400", description = "INVALID_CURSOR: `after` is no place in the feed")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: the unit is outside your subtree")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(
            responseCode = "422",
            description = "WEBHOOK_URL_REFUSED, UNIT_UNKNOWN, INDICATOR_UNKNOWN, INVALID_FIELD, UNKNOWN_FIELD")
    public Response register(
            @NotNull @Valid RegisterWebhook body,
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY) @Nullable String idempotencyKey) {
        WebhookService.Asker asker = asker(idempotencyKey);
        return KeptAnswers.response(service.register(service.prepared(body, asker), body, asker));
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List the webhooks of your subtree",
            description = "In the order of their ids.")
    public Page<WebhookView> list(@BeanParam PageQuery page) {
        List<String> after = page.after();
        List<WebhookView> found = access.visible(caller.unit(), webhooks.all()).stream()
                .filter(webhook -> after.isEmpty() || webhook.id().toString().compareTo(after.getFirst()) > 0)
                .limit(page.size() + 1L)
                .map(this::view)
                .toList();
        return page.page(found, webhook -> List.of(webhook.id().toString()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readWebhook",
            summary = "Read a webhook",
            description = "Without its secret. The ETag counts edits.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING), description = "For If-Match"),
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
    public Response read(@PathParam("id") UUID id) {
        return tagged(access.require(id, webhooks.find(id), caller.unit()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change, disable or enable a webhook",
            description = "While it is disabled nothing is lost: enabled again it goes on where it stopped.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING), description = "For If-Match"),
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED")
    @APIResponse(
            responseCode = "422",
            description = "WEBHOOK_URL_REFUSED, UNIT_UNKNOWN, INDICATOR_UNKNOWN, INVALID_FIELD, UNKNOWN_FIELD")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid ChangeWebhook body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.prepare(body);
        return tagged(service.change(id, body, caller.unit(), new ExpectedRevision(ifMatch)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With its delivery log. What is not delivered is not sent any more.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.delete(id, caller.unit(), new ExpectedRevision(ifMatch));
    }

    private WebhookService.Asker asker(@Nullable String key) {
        return new WebhookService.Asker(caller.name(), caller.unit(), key);
    }

    private WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, positions.token(webhook.position()));
    }

    private Response tagged(Webhook webhook) {
        return Response.ok(view(webhook))
                .tag(new EntityTag(Integer.toString(webhook.revision())))
                .build();
    }
}
