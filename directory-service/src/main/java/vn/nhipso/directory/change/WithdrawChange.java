package vn.nhipso.directory.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a change is taken back. */
@Schema(description = "Takes a recorded change back, whole")
public record WithdrawChange(
        @Schema(required = true, description = "Why; it stays on record", examples = "Ghi nhầm ngày hiệu lực") @Nullable String reason) {}
