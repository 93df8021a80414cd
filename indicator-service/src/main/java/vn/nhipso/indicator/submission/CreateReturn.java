package vn.nhipso.indicator.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.nhipso.kit.period.Period;

/** The body of {@code POST /v1/returns}. */
@Schema(description = "Of which unit and period")
record CreateReturn(
        @NotBlank @Size(max = 30) @Schema(examples = "29956")
        String unit,

        @NotNull @Schema(examples = "2022-H1") Period period) {}
