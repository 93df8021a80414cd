package vn.nhipso.indicator.definition;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/indicators/{code}/retirement}. */
@Schema(description = "When an indicator ends, and what takes its place")
public record RetireIndicator(
        @Schema(description = "The first day on which it no longer counts", examples = "2025-01-01") @NotNull LocalDate validTo,

        @Schema(description = "Code of the indicator that takes its place", examples = "DS20")
        @Nullable @Pattern(regexp = IndicatorCode.PATTERN) String replacedBy,

        @Schema(examples = "Quyết định 922/QĐ-BTTTT bỏ chỉ tiêu này") @NotBlank @Size(max = 1000) String reason) {

    @AssertTrue(message = "validTo lies between 1900 and 2200") @Schema(hidden = true)
    boolean isWithinReason() {
        return validTo == null || (validTo.getYear() >= 1900 && validTo.getYear() <= 2200);
    }
}
