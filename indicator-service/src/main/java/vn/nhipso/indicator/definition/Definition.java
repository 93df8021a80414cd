package vn.nhipso.indicator.definition;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/**
 * What the rules for measurements need to know of an indicator.
 *
 * @param reportedBy the levels that have a part of their own; never empty
 * @param validTo exclusive; where a later version follows, its first day at the latest
 * @param weight the COUNT that weighs a SHARE
 * @param denominatorIndicator the COUNT whose figure of the unit and calendar year the denominator of a RATIO cites
 * @param replacedBy what takes its place from validTo on
 */
public record Definition(
        String code,
        int version,
        Kind kind,
        Nature nature,
        String unitOfMeasure,
        Set<Level> reportedBy,
        Frequency frequency,
        ReportingCalendar calendar,
        boolean above100,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Direction direction,
        @Nullable String weight,
        @Nullable String denominatorIndicator,
        @Nullable String replacedBy) {

    /** One that says nothing of other indicators. */
    public Definition(
            String code,
            int version,
            Kind kind,
            Nature nature,
            String unitOfMeasure,
            Set<Level> reportedBy,
            Frequency frequency,
            ReportingCalendar calendar,
            boolean above100,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(
                code,
                version,
                kind,
                nature,
                unitOfMeasure,
                reportedBy,
                frequency,
                calendar,
                above100,
                validFrom,
                validTo,
                Direction.UP,
                null,
                null,
                null);
    }

    /** The lowest level that reports: its OWN is its WHOLE. */
    public Level lowestLevel() {
        Level lowest = Level.COUNTRY;
        for (Level level : reportedBy) {
            lowest = lowest.isAbove(level) ? level : lowest;
        }
        return lowest;
    }

    /** Whether its numbers, or its computed percentage, are held to 100. */
    public boolean isHeldTo100() {
        return !above100 && (kind == Kind.RATIO || (kind == Kind.SHARE && unitOfMeasure.equals("%")));
    }

    /** Whether the definition is in force on the closing day of a period. */
    public boolean isValidFor(Period period) {
        LocalDate day = calendar.closingDay(period);
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }
}
