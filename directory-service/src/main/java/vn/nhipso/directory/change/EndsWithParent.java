package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.Optional;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;

/** What arrives under a unit stays no longer than that unit lives: whoever bears its code later is a stranger. */
final class EndsWithParent {

    private EndsWithParent() {}

    /**
     * The arriving version, ended with the unit it stands under and by what ended that; empty where that unit had ended before.
     *
     * @param arrival the day on which the code of the parent is the parent's
     */
    static Optional<UnitVersion> bound(UnitVersion arriving, LocalDate arrival, Hierarchy units) {
        String code = String.valueOf(arriving.parentCode());
        UnitVersion last = units.at(code, arrival).orElse(null);
        if (last == null) {
            return Optional.of(arriving);
        }
        LocalDate end = last.valid().to();
        while (end != null) {
            UnitVersion next = units.at(code, end).filter(last::isSameUnit).orElse(null);
            if (next == null) {
                break;
            }
            last = next;
            end = next.valid().to();
        }
        LocalDate stated = arriving.valid().to();
        if (end == null || (stated != null && !stated.isAfter(end))) {
            return Optional.of(arriving);
        }
        LocalDate from = arriving.valid().from();
        return from.isBefore(end)
                ? Optional.of(arriving.lasting(new Validity(from, end), last.endedBy()))
                : Optional.empty();
    }
}
