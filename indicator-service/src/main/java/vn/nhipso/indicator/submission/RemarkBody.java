package vn.nhipso.indicator.submission;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of what is done to a return. */
@Schema(name = "Remark", description = "Words that go with it; kept in the history")
record RemarkBody(
        @Size(max = 2_000) @Schema(examples = "Đề nghị kiểm tra lại số hồ sơ quá hạn") @Nullable String remark) {}
