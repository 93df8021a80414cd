package vn.nhipso.indicator.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.figure.Source;
import vn.nhipso.indicator.figure.Stated;

/** A measurement as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Measurement", description = "The value of an indicator for a unit, period and scope")
public record MeasurementView(
        String id,
        @Schema(examples = "DG01") String indicator,
        @Schema(examples = "870") String unit,
        @Schema(examples = "2022-H1") String period,

        @Schema(description = "OWN at the lowest level that reports is the WHOLE as well")
        Scope scope,

        @Schema(examples = "9475") @Nullable BigDecimal numerator,
        @Schema(examples = "15684") @Nullable BigDecimal denominator,

        @Schema(description = "As stated, decimals kept", examples = "60.41") @Nullable BigDecimal value,

        @Schema(description = "The same as text, for readers whose numbers drop zeros: 54.30", examples = "60.41")
        @Nullable String valueText,

        @Schema(description = "Computed from the counts, four decimals", examples = "60.4119") @Nullable BigDecimal percent,

        @Schema(description = "Empty when exact") List<Qualifier> qualifiers,

        @Schema(description = "Why there is no value, which is not zero") @Nullable Absence absence,

        @Nullable Stated stated,
        @Nullable Source source,
        @Nullable String note,

        @Schema(description = "Version of the definition it was made under", examples = "1")
        int definitionVersion,

        @Schema(description = "Number of the revision that stands", examples = "1")
        int revision,

        Instant recordedAt,

        @Schema(description = "Whether it counts in reports")
        boolean published,

        @Schema(
                description =
                        "What waits for publication behind it; for those who see what is not published, and only where one is read by its id")
        @Nullable WaitingView waiting) {

    MeasurementView with(@Nullable WaitingView behind) {
        return new MeasurementView(
                id,
                indicator,
                unit,
                period,
                scope,
                numerator,
                denominator,
                value,
                valueText,
                percent,
                qualifiers,
                absence,
                stated,
                source,
                note,
                definitionVersion,
                revision,
                recordedAt,
                published,
                behind);
    }

    /** The view of what was read from the database. */
    public static MeasurementView of(
            String id,
            Key key,
            Content content,
            int definitionVersion,
            int revision,
            Instant recordedAt,
            boolean published) {
        BigDecimal value = content.value();
        return new MeasurementView(
                id,
                key.indicator(),
                key.unit(),
                key.period(),
                key.scope(),
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
                revision,
                recordedAt,
                published,
                null);
    }
}
