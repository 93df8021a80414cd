package vn.nhipso.reporting.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The chosen figure of a unit and no more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Figure")
public record FigureView(
        @Schema(examples = "DG01") String indicator,

        @Schema(description = "Code of the unit on the closing day of the period", examples = "870")
        String unit,

        @Schema(examples = "2022-H1") String period,
        Basis basis,

        @Schema(description = "Why there is no figure, where the basis is NONE", examples = "MISSING") @Nullable String absence,

        @Schema(examples = "9475") @Nullable BigDecimal numerator,
        @Schema(examples = "15684") @Nullable BigDecimal denominator,
        @Schema(examples = "60.4119") @Nullable BigDecimal percent,
        @Nullable BigDecimal value) {

    /** @param today Vietnam's day, which decides what is due */
    static FigureView of(RollupItem item, Scope scope, LocalDate today) {
        Figure chosen = item.chosen(scope);
        Basis basis = item.basis(scope);
        return new FigureView(
                item.definition().code(),
                item.unit().code(),
                item.row().period(),
                basis,
                basis == Basis.NONE ? RollupViews.absence(item, scope, today) : null,
                chosen.numerator(),
                chosen.denominator(),
                chosen.percent(),
                item.definition().inPercent() ? null : chosen.value());
    }
}
