package vn.nhipso.indicator.webhook;

/** Whether a webhook is sent to. Nothing is lost while it is disabled: it goes on where it stopped. */
enum WebhookState {
    ENABLED,
    DISABLED
}
