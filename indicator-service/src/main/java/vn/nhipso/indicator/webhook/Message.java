package vn.nhipso.indicator.webhook;

import java.util.UUID;

/**
 * A stored message that is due.
 *
 * @param id goes out as {@code webhook-id}
 * @param tries attempts so far
 */
record Message(UUID id, Webhook webhook, String payload, int tries) {}
