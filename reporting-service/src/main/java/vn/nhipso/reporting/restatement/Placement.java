package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Where people of a unit of one day are on another. The shares of all placements of a unit add up to 1.
 *
 * @param closes the day on which the unit bore its code
 * @param level depth of the unit's level
 * @param way the unit and all above it on its day, the country last
 * @param place code of a unit of the other day
 * @param placeWay the place and all above it on the other day, the country last
 * @param share of the unit's people
 * @param together the lowest unit that contains all places of the unit, and all above it: at or above it nothing is divided
 */
public record Placement(
        LocalDate closes,
        String unit,
        int level,
        List<String> way,
        String place,
        int placeLevel,
        List<String> placeWay,
        How how,
        BigDecimal share,
        List<String> together) {

    /** What is known of them. */
    public enum How {
        /** All of them are at the place. */
        WHOLE,
        /** A known share of them is at the place: their figures are apportioned, which is an estimate. */
        SHARE,
        /** They are somewhere at or below the place; nobody knows where. */
        UNALLOCATED
    }

    /** The same of another closing day, between which and this nothing changed. */
    Placement closing(LocalDate day) {
        return day.equals(closes)
                ? this
                : new Placement(day, unit, level, way, place, placeLevel, placeWay, how, share, together);
    }

    /** Whether they lie at or below a unit. */
    public boolean within(String unit) {
        return placeWay.contains(unit);
    }

    /** Whether all the people of the unit lie at or below a unit. */
    public boolean togetherWithin(String unit) {
        return together.contains(unit);
    }

    /** Whether they make up, with others or alone, a unit of the same level. */
    public boolean allocated() {
        return how != How.UNALLOCATED && level == placeLevel;
    }
}
