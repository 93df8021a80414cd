package vn.nhipso.indicator.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a webhook is not sent to. */
@Schema(
        description =
                "BY_HAND: somebody disabled it; GIVEN_UP: all attempts of a message failed for days; GONE: the receiver answered 410")
enum DisabledReason {
    BY_HAND,
    GIVEN_UP,
    GONE
}
