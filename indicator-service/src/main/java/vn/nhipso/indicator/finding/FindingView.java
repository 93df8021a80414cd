package vn.nhipso.indicator.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.figure.Scope;

/** A finding as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Finding", description = "What is odd about an accepted measurement")
public record FindingView(
        String id,
        Oddity.Code code,
        Oddity.Severity severity,
        @Schema(examples = "DG04") String indicator,
        @Schema(examples = "87") String unit,
        @Schema(examples = "2024-04-14") String period,
        Scope scope,

        @Schema(examples = "809/1644 là 49,21 %, nguồn ghi 48,62 %. Với mẫu số 1664 thì khớp.")
        String detail,

        @Nullable Proposed proposed,
        State state,
        Instant recordedAt,
        @Nullable Instant resolvedAt,

        @Schema(
                description =
                        "The last one; kept while the finding is ACKNOWLEDGED, and where it was resolved after it")
        @Nullable Acknowledgement acknowledgement) {

    /** Who looked at it and lets it stand. */
    @Schema(name = "Acknowledgement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Acknowledgement(
            @Schema(
                    description = "Shown to those who see what is not published",
                    examples = "Bản in của báo cáo ghi như vậy; đã hỏi lại đơn vị")
            @Nullable String reason,

            @Schema(description = "Shown to those who see what is not published") @Nullable String by,

            Instant at) {}

    /** What would make it right. */
    @Schema(name = "Proposed")
    public record Proposed(
            @Schema(
                    description = "The one whole number that makes every percentage stated over it right",
                    examples = "1664")
            BigDecimal denominator) {}

    /** Where a finding stands. */
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        RESOLVED
    }
}
