package vn.nhipso.indicator.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a message is. */
@Schema(
        description =
                "PENDING: to be sent, or to be tried again; DELIVERED: answered with 2xx; FAILED: given up, and tried again when the webhook is"
                        + " enabled again; CANCELLED: a replay took its place")
enum DeliveryState {
    PENDING,
    DELIVERED,
    FAILED,
    CANCELLED
}
