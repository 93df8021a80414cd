package vn.nhipso.indicator.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a return stands. */
@Schema(
        description =
                "DRAFT: being filled in; SUBMITTED: waits for approval, locked; APPROVED: published; RETURNED: sent back with a remark")
public enum ReturnStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    RETURNED;

    /** Whether it was handed in and not sent back. */
    boolean isHandedIn() {
        return this == SUBMITTED || this == APPROVED;
    }
}
