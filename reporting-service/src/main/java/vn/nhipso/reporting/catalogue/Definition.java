package vn.nhipso.reporting.catalogue;

import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.ReportingCalendar;

/**
 * A version of an indicator's definition.
 *
 * @param reportedBy set of levels that have a part of their own
 * @param lowest depth of the lowest of them
 */
public record Definition(
        String code,
        int version,
        Names names,
        String pillar,
        Kind kind,
        String nature,
        String unitOfMeasure,
        int decimals,
        String direction,
        int reportedBy,
        int lowest,
        ReportingCalendar calendar,
        @Nullable String weight) {

    /** How figures add up. */
    public enum Kind {
        RATIO,
        SHARE,
        COUNT,
        FLAG
    }

    /** The name in both languages. */
    public record Names(String vi, String en) {}

    /** Whether its figures are percentages. */
    public boolean inPercent() {
        return kind == Kind.RATIO || kind == Kind.FLAG || (kind == Kind.SHARE && unitOfMeasure.equals("%"));
    }

    /** Whether its percentages are read as so many per hundred of something else, and bear no percent sign. */
    public boolean perHundred() {
        return kind == Kind.RATIO && unitOfMeasure.contains("/100 ");
    }

    /** Whether a unit of that depth is expected to report. */
    public boolean expects(int level) {
        return (reportedBy >> level & 1) == 1;
    }

    /** Whether more is better. */
    public boolean up() {
        return direction.equals("UP");
    }
}
