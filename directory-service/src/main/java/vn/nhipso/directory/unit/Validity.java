package vn.nhipso.directory.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, half open.
 *
 * @param from the first day; {@link #ALWAYS} for the root, which has none
 * @param to the day after the last; null for open
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    /** Stands for "no first day". */
    public static final LocalDate ALWAYS = LocalDate.MIN;

    public Validity {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("a validity ends after it begins: " + from + " to " + to);
        }
    }

    public static Validity since(LocalDate from) {
        return new Validity(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Validity other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }

    public boolean endsOn(LocalDate day) {
        return day.equals(to);
    }

    /** The same span cut short. */
    public Validity endingOn(LocalDate day) {
        return new Validity(from, day);
    }

    /** For people: the first and the last day, both inclusive, in figures. */
    public String spoken() {
        String first = from.equals(ALWAYS) ? "…" : from.toString();
        return first + "/" + (to == null ? "…" : to.minusDays(1).toString());
    }
}
