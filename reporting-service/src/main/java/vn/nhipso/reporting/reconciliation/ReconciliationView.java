package vn.nhipso.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.rollup.RollupView.Coverage;
import vn.nhipso.reporting.rollup.Scope;

/** A stated figure beside what is added up for the same. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reconciliation")
public record ReconciliationView(
        @Schema(examples = "DG01") String indicator,
        Definition.Names names,
        @Schema(examples = "870") String unit,
        String name,
        Level level,
        @Schema(examples = "2022-H1") String period,
        Scope scope,

        @Schema(
                description =
                        "DIFFERENCE: the sum is complete, and another; PARTS_EXCEED_STATED: it is not complete and already more than what is stated;"
                                + " ESTIMATE_DIFFERS: of a SHARE, whose sum is an estimate; PARTS_INCOMPLETE: not complete, nothing can be said yet")
        Finding kind,

        @Schema(description = "Whether the sum is complete: only then the difference is one of substance")
        boolean comparable,

        Side stated,
        Side computed,

        @Schema(description = "Stated minus computed, for numbers; for counts of a percentage that of the numerators")
        @Nullable BigDecimal difference,

        @Schema(description = "Stated minus computed, in percentage points", examples = "-11.0167") @Nullable BigDecimal pointDiff,

        @Schema(
                description =
                        "How large it is: percentage points, and for numbers the difference in percent of the larger side")
        BigDecimal deviation,

        @Schema(description = "How many of those that should are in the sum")
        Coverage coverage,

        @Schema(description = "Codes of units that gave nothing and stand in no stated figure, 20 at most")
        List<String> missing) {

    /** One of the two sides. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReconciliationSide")
    public record Side(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,

            @Schema(description = "The number; of a stated figure as it was stated") @Nullable BigDecimal value,

            List<Marks> qualifiers,

            @Schema(
                    description =
                            "Where a stated figure was taken from when not from this period: a period inside it, or MONTHS, QUARTERS, HALVES")
            @Nullable String from) {}
}
