package vn.nhipso.indicator.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a published revision did to its measurement. */
@Schema(
        description = "PUBLISHED: the first published value; CORRECTED: another was published before (also one that was"
                + " withdrawn since); WITHDRAWN: what stood counts no longer")
public enum ChangeType {
    PUBLISHED,
    CORRECTED,
    WITHDRAWN
}
