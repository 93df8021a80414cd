package vn.nhipso.indicator.measurement.ingest;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;

/** The shape of a batch, for its documentation: {@link BatchReader} reads it token by token. */
@Schema(name = "Batch")
record BatchBody(
        @Schema(required = true, maxItems = BatchReader.MOST_ITEMS)
        List<Item> items,

        @Schema(description = "For items without their own") @Nullable Source source,

        @Schema(description = "For items without their own") @Nullable Reason reason) {

    /** One measurement. */
    @Schema(name = "BatchItem")
    record Item(
            @Schema(required = true, examples = "DG01") String indicator,

            @Schema(required = true, description = "Code of the unit on the period's closing day", examples = "870")
            String unit,

            @Schema(required = true, description = "Either spelling of a period", examples = "2022-H1")
            String period,

            @Schema(required = true) Scope scope,
            @Schema(examples = "9475") @Nullable BigDecimal numerator,
            @Schema(examples = "15684") @Nullable BigDecimal denominator,

            @Schema(
                    description = "The percentage of a RATIO as stated, else the number; 1 or 0 for a FLAG",
                    examples = "60.41")
            @Nullable BigDecimal value,

            @Schema(description = "None means exact") List<Qualifier> qualifiers,
            @Nullable Absence absence,
            @Nullable Stated stated,
            @Nullable Source source,
            @Nullable String note,
            @Nullable Reason reason,

            @Schema(
                    description = "Takes the value back; nothing else than a reason may be said with it",
                    defaultValue = "false")
            @Nullable Boolean withdrawn,

            @Schema(description = "Ids of files, from POST /v1/evidence: your own, or those the unit cites already")
            @Nullable List<String> evidence) {}
}
