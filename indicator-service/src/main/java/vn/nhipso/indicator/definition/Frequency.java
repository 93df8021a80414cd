package vn.nhipso.indicator.definition;

import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.PeriodKind;

/** How often a report is due. */
public enum Frequency {
    MONTH(PeriodKind.MONTH),
    QUARTER(PeriodKind.QUARTER),
    HALF(PeriodKind.HALF),
    YEAR(PeriodKind.YEAR),
    ANY(null);

    private final @Nullable PeriodKind due;

    Frequency(@Nullable PeriodKind due) {
        this.due = due;
    }

    /** The kind of period a report is due for; null where none is. */
    public @Nullable PeriodKind due() {
        return due;
    }

    /**
     * Whether a figure of such a period is what is due. A FLOW is due for exactly its period. A STOCK is a state: that of any day or shorter
     * period inside the due one counts for it.
     */
    public boolean asks(PeriodKind period, Nature nature) {
        if (due == null || due == period) {
            return true;
        }
        return nature == Nature.STOCK && months(period) < months(due);
    }

    /** A year-to-date is as long as the longest it may be. */
    private static int months(PeriodKind period) {
        return switch (period) {
            case DAY -> 0;
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF -> 6;
            case YEAR_TO_DATE -> 11;
            case YEAR -> 12;
        };
    }
}
