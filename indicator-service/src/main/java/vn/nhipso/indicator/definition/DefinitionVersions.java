package vn.nhipso.indicator.definition;

import java.time.LocalDate;
import java.util.List;
import vn.nhipso.kit.period.Period;

/**
 * All versions of an indicator's definition that count on some day, each in its last words. Their days do not overlap; there may be days without any.
 *
 * @param newestFirst never empty
 */
public record DefinitionVersions(List<Definition> newestFirst) {

    public String code() {
        return present().code();
    }

    /**
     * Which version a measurement of the period is made under: the newest that has begun on the closing day, so that a redefinition from a day
     * on leaves what was before that day to the version before it. Where none has begun it is the present one, which then says so.
     */
    public Definition of(Period period) {
        for (Definition version : newestFirst) {
            LocalDate from = version.validFrom();
            if (from == null || !version.calendar().closingDay(period).isBefore(from)) {
                return version;
            }
        }
        return present();
    }

    private Definition present() {
        return newestFirst.getFirst();
    }
}
