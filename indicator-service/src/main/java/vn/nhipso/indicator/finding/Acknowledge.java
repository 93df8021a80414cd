package vn.nhipso.indicator.finding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /v1/findings/{id}/acknowledgement}. */
@Schema(description = "Why a finding may stay as it is")
public record Acknowledge(
        @Schema(examples = "Bản in của báo cáo ghi như vậy; đã hỏi lại đơn vị") @NotBlank @Size(max = 4000) String reason) {}
