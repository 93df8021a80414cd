package vn.nhipso.indicator.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /v1/targets/{id}/withdrawal}. */
@Schema(description = "Why a target is taken back")
public record WithdrawTarget(
        @Schema(examples = "Kế hoạch điều chỉnh không còn giao chỉ tiêu này") @NotBlank @Size(max = 4000) String reason) {}
