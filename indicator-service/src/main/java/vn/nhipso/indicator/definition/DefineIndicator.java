package vn.nhipso.indicator.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.ReportingCalendar;

/** The body of {@code PUT /v1/indicators/{code}}: the whole definition. */
@Schema(description = "The whole definition of an indicator")
public record DefineIndicator(
        @NotNull @Valid Names names,
        @NotNull Pillar pillar,

        @Schema(description = "What is given, and how it adds up") @NotNull Kind kind,

        @Schema(description = "FLOW happens during a period, STOCK stands on a day") @NotNull Nature nature,

        @Schema(examples = "%") @NotBlank @Size(max = 50) String unitOfMeasure,

        @Schema(description = "Decimals for display", examples = "2") @NotNull @Min(0) @Max(10) Integer decimals,

        @Schema(description = "Which way is good") @NotNull Direction direction,

        @Schema(description = "The levels that have a part of their own") @NotEmpty List<@NotNull Level> reportedBy,

        @Schema(description = "How often a report is due") @NotNull Frequency frequency,

        @Schema(description = "When its periods close; CALENDAR by default") @Nullable ReportingCalendar calendar,

        @Schema(description = "Code of the COUNT that weighs a SHARE in estimates")
        @Nullable @Pattern(regexp = IndicatorCode.PATTERN) String weight,

        @Schema(
                description =
                        "Code of the COUNT whose figure, of the unit in the same calendar year, the denominator of a RATIO cites")
        @Nullable @Pattern(regexp = IndicatorCode.PATTERN) String denominatorIndicator,

        @Schema(description = "Whether more than 100 % is possible; false by default") @Nullable Boolean above100,

        @Schema(examples = "online dossiers") @Nullable @Size(max = 500) String numeratorLabel,

        @Schema(examples = "all dossiers received") @Nullable @Size(max = 500) String denominatorLabel,

        @Nullable @Size(max = 4000) String definition,

        @Schema(description = "Who answers for the indicator") @Nullable @Size(max = 500) String custodian,

        @Nullable @Size(max = 1000) String legalBasis,

        @Schema(description = "From which day the version counts; it ends the one before") @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive") @Nullable LocalDate validTo,

        @Schema(description = "Code of the indicator that takes its place; only with validTo")
        @Nullable @Pattern(regexp = IndicatorCode.PATTERN) String replacedBy) {

    @AssertTrue(message = "reportedBy takes PROVINCE, DISTRICT and COMMUNE") @Schema(hidden = true)
    boolean isReportedByOffices() {
        return reportedBy == null
                || reportedBy.stream().noneMatch(level -> level == Level.COUNTRY || level == Level.HAMLET);
    }

    @AssertTrue(message = "validFrom and validTo lie between 1900 and 2200") @Schema(hidden = true)
    boolean isWithinReason() {
        return Stream.of(Optional.ofNullable(validFrom), Optional.ofNullable(validTo))
                .flatMap(Optional::stream)
                .allMatch(day -> day.getYear() >= 1900 && day.getYear() <= 2200);
    }

    @AssertTrue(message = "validTo must be after validFrom") @Schema(hidden = true)
    boolean isOrdered() {
        return validFrom == null || validTo == null || validTo.isAfter(validFrom);
    }

    @AssertTrue(message = "replacedBy needs validTo") @Schema(hidden = true)
    boolean isEndedWhenReplaced() {
        return replacedBy == null || validTo != null;
    }

    /** Defaults written out, levels in their order, texts composed and without outer blanks: equal definitions are equal. */
    DefineIndicator complete() {
        return new DefineIndicator(
                new Names(text(names.vi()), text(names.en())),
                pillar,
                kind,
                nature,
                text(unitOfMeasure),
                decimals,
                direction,
                reportedBy.stream().distinct().sorted().toList(),
                frequency,
                Objects.requireNonNullElse(calendar, ReportingCalendar.CALENDAR),
                weight,
                denominatorIndicator,
                Objects.requireNonNullElse(above100, false),
                optional(numeratorLabel),
                optional(denominatorLabel),
                optional(definition),
                optional(custodian),
                optional(legalBasis),
                validFrom,
                validTo,
                replacedBy);
    }

    /** The same on other days. */
    DefineIndicator valid(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String successor) {
        return new DefineIndicator(
                names,
                pillar,
                kind,
                nature,
                unitOfMeasure,
                decimals,
                direction,
                reportedBy,
                frequency,
                calendar,
                weight,
                denominatorIndicator,
                above100,
                numeratorLabel,
                denominatorLabel,
                definition,
                custodian,
                legalBasis,
                from,
                to,
                successor);
    }

    /** The lowest level that reports. */
    Level lowestLevel() {
        return Collections.max(reportedBy);
    }

    /** As a file can hold it: composed, one kind of line ends, no other control characters, no outer blanks of any kind. */
    private static String text(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }

    private static @Nullable String optional(@Nullable String given) {
        String text = given == null ? "" : text(given);
        return text.isEmpty() ? null : text;
    }
}
