package vn.nhipso.indicator.target;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.kit.period.Period;

/** The body of {@code POST /v1/targets}. */
@Schema(description = "What is to be reached, by when")
public record SetTarget(
        @Schema(examples = "DG01") @NotBlank @Size(max = 30) String indicator,
        @Schema(examples = "870") @NotBlank @Size(max = 30) String unit,

        @Schema(description = "By the end of which it is to be reached") @NotNull Period period,

        @Schema(examples = ">=") @NotNull @Pattern(regexp = ">=|<=") String comparator,

        @Schema(examples = "50") @NotNull @DecimalMin("0") @Digits(integer = 18, fraction = 10) BigDecimal value,

        @Schema(description = "None means exact") @Nullable List<@NotNull Qualifier> qualifiers,
        @Nullable @Valid Document document,

        @Schema(description = "Code of the unit that assigns it", examples = "87") @Nullable @Size(min = 1, max = 30) String assignedBy,

        @Nullable @Size(max = 4000) String note,

        @Schema(description = "Id of the target that this one takes the place of") @Nullable UUID supersedes) {

    /** In their own order, each once. */
    List<Qualifier> exactness() {
        return qualifiers == null
                ? List.of()
                : qualifiers.stream().distinct().sorted().toList();
    }
}
