package vn.nhipso.indicator.measurement.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.evidence.EvidenceView;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;

/** An accepted value, as it was. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Revision", description = "An accepted value, as it was")
public record RevisionView(
        @Schema(description = "Counts within the measurement, from 1", examples = "1")
        int revision,

        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable String valueText,
        @Nullable BigDecimal percent,
        List<Qualifier> qualifiers,
        @Nullable Absence absence,
        @Nullable Stated stated,
        @Nullable Source source,
        @Nullable String note,
        int definitionVersion,
        boolean published,
        boolean withdrawn,

        @Schema(description = "Shown to those who see what is not published") @Nullable String author,

        Why reason,

        @Schema(description = "The files it cites; shown to those who see what is not published") @Nullable List<EvidenceView> evidence,

        Instant recordedAt) {

    /** Why it was written. */
    @Schema(name = "RevisionReason", description = "NOT_GIVEN where those who may publish gave none")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Why(
            @Schema(examples = "NOT_GIVEN") String code,
            @Nullable String text) {}

    static RevisionView of(
            int revision,
            Content content,
            int definitionVersion,
            boolean published,
            boolean withdrawn,
            @Nullable String author,
            Why reason,
            @Nullable List<EvidenceView> evidence,
            Instant recordedAt) {
        BigDecimal value = content.value();
        return new RevisionView(
                revision,
                content.numerator(),
                content.denominator(),
                value,
                value == null ? null : value.toPlainString(),
                Percent.of(content.numerator(), content.denominator()),
                content.exactness(),
                content.absence(),
                content.stated(),
                content.source(),
                content.note(),
                definitionVersion,
                published,
                withdrawn,
                author,
                reason,
                evidence,
                recordedAt);
    }
}
