package vn.nhipso.indicator.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a return. */
@Schema(
        name = "ReturnEvent",
        description =
                "STAGE_APPROVED: approved at one level, another is to follow; RESUMED: edited after it was sent back; REOPENED: by hand, or by a"
                        + " correction after approval")
enum What {
    CREATED,
    SUBMITTED,
    STAGE_APPROVED,
    APPROVED,
    RETURNED,
    RESUMED,
    REOPENED,
    EXTENDED
}
