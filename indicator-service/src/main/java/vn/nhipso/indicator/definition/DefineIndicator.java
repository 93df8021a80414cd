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
import java.time.LocalDate;
import java.util.List;
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

        @Schema(description = "Code of the indicator that weighs a SHARE in estimates")
        @Nullable @Pattern(regexp = IndicatorCode.PATTERN) String weight,

        @Schema(description = "Whether more than 100 % is possible; false by default") @Nullable Boolean above100,

        @Schema(examples = "online dossiers") @Nullable @Size(max = 500) String numeratorLabel,

        @Schema(examples = "all dossiers received") @Nullable @Size(max = 500) String denominatorLabel,

        @Nullable @Size(max = 4000) String definition,

        @Schema(description = "Who answers for the indicator") @Nullable @Size(max = 500) String custodian,

        @Nullable @Size(max = 1000) String legalBasis,
        @Nullable LocalDate validFrom,
        @Schema(description = "Exclusive") @Nullable LocalDate validTo) {

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
}
