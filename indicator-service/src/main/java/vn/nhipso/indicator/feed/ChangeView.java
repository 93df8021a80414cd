package vn.nhipso.indicator.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.measurement.MeasurementView;
import vn.nhipso.indicator.measurement.revision.RevisionView;

/** A change as it is answered and sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Change", description = "A published revision: what became of a measurement")
public record ChangeView(
        @Schema(description = "Its place in the feed; also good as `after`", examples = "indicator:4711")
        String sequence,

        ChangeType type,

        @Schema(description = "The whole state of that revision; of a withdrawal without a value")
        MeasurementView measurement,

        @Schema(description = "What was published before, where that was a value") @Nullable Previous previous,

        RevisionView.Why reason) {

    /** The figure that the change takes the place of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PreviousFigure", description = "The figure that the change takes the place of")
    public record Previous(
            int revision,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable String valueText,
            @Nullable BigDecimal percent,
            List<Qualifier> qualifiers,
            @Nullable Absence absence,
            Instant recordedAt) {}

    static ChangeView of(Change change, String sequence) {
        Change.Former former = change.former();
        return new ChangeView(
                sequence,
                change.type(),
                change.measurement(),
                former == null ? null : previous(former),
                change.reason());
    }

    private static Previous previous(Change.Former former) {
        BigDecimal value = former.content().value();
        return new Previous(
                former.revision(),
                former.content().numerator(),
                former.content().denominator(),
                value,
                value == null ? null : value.toPlainString(),
                Percent.of(former.content().numerator(), former.content().denominator()),
                former.content().exactness(),
                former.content().absence(),
                former.recordedAt());
    }
}
