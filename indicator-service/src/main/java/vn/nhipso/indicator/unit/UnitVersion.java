package vn.nhipso.indicator.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code during a span of days.
 *
 * @param validTo exclusive; null is open
 */
public record UnitVersion(
        String code,
        String name,
        Level level,
        @Nullable String parentCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean livesOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
