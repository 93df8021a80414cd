package vn.nhipso.indicator.measurement.ingest;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;

/** The shape of an edit, for its documentation: {@link EditReader} reads it token by token. */
@Schema(name = "MeasurementEdit", description = "What is left out stays as it is")
record EditBody(
        @Schema(examples = "9475") @Nullable BigDecimal numerator,
        @Schema(examples = "15684") @Nullable BigDecimal denominator,
        @Schema(examples = "60.41") @Nullable BigDecimal value,
        @Schema(description = "Empty means exact") @Nullable List<Qualifier> qualifiers,
        @Nullable Absence absence,
        @Nullable Stated stated,
        @Nullable Source source,
        @Nullable String note,
        @Nullable Reason reason) {

    /** The shape of a withdrawal. */
    @Schema(name = "MeasurementWithdrawal")
    record Withdrawal(@Nullable Reason reason) {}
}
