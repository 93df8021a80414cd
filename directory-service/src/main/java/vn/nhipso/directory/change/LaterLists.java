package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;

/** Finds the later list that speaks of the same part of the country: of it, or of anything above it. */
final class LaterLists {

    private LaterLists() {}

    /** A list and the code at the head of its part of the country. */
    record Of(String area, LaterList list) {}

    /**
     * The first that covers all of the list.
     *
     * @param later by day
     */
    static Optional<LaterList> first(UnitList list, LocalDate day, Hierarchy known, List<Of> later) {
        return later.stream()
                .filter(each -> covers(each, list, day, known))
                .map(Of::list)
                .findFirst();
    }

    private static boolean covers(Of later, UnitList list, LocalDate day, Hierarchy known) {
        String area = list.area();
        if (later.area().equals(UnitCode.ROOT) || later.area().equals(area)) {
            return true;
        }
        LocalDate laterDay = later.list().day();
        Optional<UnitVersion> head = known.at(area, day);
        Optional<UnitVersion> livesOn =
                head.flatMap(unit -> known.at(area, laterDay).filter(unit::isSameUnit));
        if (livesOn.isPresent()) {
            return above(livesOn.get().parentCode(), laterDay, known).stream()
                    .anyMatch(unit -> unit.code().equals(later.area()));
        }
        Optional<UnitVersion> laterHead = known.at(later.area(), laterDay);
        return above(head.map(UnitVersion::parentCode).orElseGet(() -> listedParent(list)), day, known).stream()
                .anyMatch(unit -> laterHead.filter(unit::isSameUnit).isPresent());
    }

    private static @Nullable String listedParent(UnitList list) {
        return list.units().stream()
                .filter(unit -> unit.code().equals(list.area()))
                .map(ListedUnit::parentCode)
                .findFirst()
                .orElse(null);
    }

    private static List<UnitVersion> above(@Nullable String parent, LocalDate day, Hierarchy known) {
        List<UnitVersion> chain = new ArrayList<>();
        String code = parent;
        while (code != null) {
            UnitVersion unit = known.at(code, day).orElse(null);
            if (unit != null) {
                chain.add(unit);
            }
            code = unit == null ? null : unit.parentCode();
        }
        return chain;
    }
}
