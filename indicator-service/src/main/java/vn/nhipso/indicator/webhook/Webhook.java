package vn.nhipso.indicator.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.feed.ChangeFilter;
import vn.nhipso.kit.security.Caller;

/**
 * Somebody who wants to be told.
 *
 * @param revision counts every edit; the ETag
 * @param unit of whose subtree
 * @param indicators of which; empty for all
 * @param disabled why nothing is sent; null while it is
 * @param position of the feed up to which messages were made
 * @param failingSince when the first attempt failed that no success followed
 */
record Webhook(
        UUID id,
        int revision,
        String url,
        Set<WebhookType> types,
        String unit,
        List<String> indicators,
        @Nullable DisabledReason disabled,
        Secrets secrets,
        long position,
        @Nullable Instant failingSince,
        String createdBy,
        Instant createdAt) {

    boolean wants(WebhookType type) {
        return types.contains(type);
    }

    ChangeFilter filter() {
        return new ChangeFilter(indicators, List.of(), unit.equals(Caller.WHOLE_TREE) ? null : unit);
    }
}
