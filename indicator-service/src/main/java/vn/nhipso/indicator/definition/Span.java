package vn.nhipso.indicator.definition;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a version was said to count, in its last words; without a first day it counts from the beginning.
 *
 * @param to exclusive; a later version may end it earlier
 */
record Span(int version, @Nullable LocalDate from, @Nullable LocalDate to) {

    boolean beginsBefore(LocalDate day) {
        return from == null || from.isBefore(day);
    }

    boolean beginsOn(@Nullable LocalDate day) {
        return Objects.equals(from, day);
    }
}
