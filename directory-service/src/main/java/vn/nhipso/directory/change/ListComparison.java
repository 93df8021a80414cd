package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;

/**
 * Compares a whole list with what is known on its day: what does not live begins, what is not in it ends, what is said otherwise
 * alters. A list cannot tell a code that is used again; a code that lives on is the same unit until lineage says otherwise.
 */
final class ListComparison {

    private static final Comparator<UnitVersion> TOP_DOWN =
            Comparator.comparing(UnitVersion::level).thenComparing(UnitVersion::code);

    private final Draft draft;
    private final LocalDate day;
    private final Hierarchy after;
    private final UnitList list;
    private final @Nullable LaterList later;
    private final List<ListItem> items = new ArrayList<>();

    ListComparison(Draft draft, UnitList list, @Nullable LaterList later) {
        this.draft = draft;
        this.day = draft.day();
        this.after = draft.after();
        this.list = list;
        this.later = later;
    }

    /** By level and code: what ends, then what begins or alters. */
    List<ListItem> apply() {
        Map<String, ListedUnit> listed = new HashMap<>();
        list.units().forEach(unit -> listed.put(unit.code(), unit));
        living().filter(unit -> !listed.containsKey(unit.code()))
                .sorted(TOP_DOWN)
                .toList()
                .forEach(this::end);
        list.units().stream()
                .sorted(Comparator.comparing(ListedUnit::level).thenComparing(ListedUnit::code))
                .forEach(this::place);
        draft.settle();
        return items;
    }

    /** Every unit above hamlets that is known to live in the area on the day. */
    private Stream<UnitVersion> living() {
        if (list.area().equals(UnitCode.ROOT)) {
            return after.all()
                    .filter(unit -> isListed(unit.level()) && unit.valid().contains(day));
        }
        Stream<UnitVersion> head = list.units().stream()
                .filter(unit -> unit.code().equals(list.area()))
                .flatMap(unit -> after.at(unit.code(), day).stream());
        return Stream.concat(head, below(list.area()));
    }

    private Stream<UnitVersion> below(String code) {
        return after.children(code, day)
                .filter(unit -> isListed(unit.level()))
                .flatMap(unit -> Stream.concat(Stream.of(unit), below(unit.code())));
    }

    private static boolean isListed(Level level) {
        return level == Level.PROVINCE || level == Level.DISTRICT || level == Level.COMMUNE;
    }

    private void end(UnitVersion unit) {
        items.add(ListItem.ended(unit));
        draft.ended().add(unit.code());
        after.remove(unit);
        if (unit.valid().from().isBefore(day)) {
            after.put(unit.endingOn(day, draft.changeId()));
        } else {
            after.at(unit.code(), day.minusDays(1))
                    .filter(unit::isSameUnit)
                    .ifPresent(previous -> draft.replace(previous, previous.endedBy(draft.changeId())));
        }
        keep(unit, draft.nextId());
        if (unit.valid().to() != null) {
            // Whoever bears the code after a gap is somebody else.
            draft.takeForAnother(unit.unitId(), unit.valid().to(), draft.nextId());
        }
    }

    /** What a later list says of its own day stays true. */
    private void keep(UnitVersion unit, UUID id) {
        if (later != null
                && unit.valid().from().isBefore(later.day())
                && unit.valid().contains(later.day())) {
            after.put(new UnitVersion(
                    id,
                    unit.code(),
                    unit.name(),
                    unit.fullName(),
                    unit.type(),
                    unit.level(),
                    unit.parentCode(),
                    new Validity(later.day(), unit.valid().to()),
                    later.changeId(),
                    unit.endedBy()));
        }
    }

    private void place(ListedUnit unit) {
        Optional<UnitVersion> living = after.at(unit.code(), day);
        if (living.isPresent()) {
            alter(unit, living.get());
        } else {
            begin(unit);
        }
    }

    private void alter(ListedUnit unit, UnitVersion living) {
        List<Alteration> what = difference(unit, living);
        if (what.isEmpty()) {
            return;
        }
        LocalDate end = living.valid().to();
        UUID endedBy = living.endedBy();
        if (later != null && living.valid().contains(later.day())) {
            end = later.day();
            endedBy = later.changeId();
        }
        LocalDate parentEnd = after.firstDayWithout(unit.parentCode(), new Validity(day, end));
        if (parentEnd != null && parentEnd.isAfter(day)) {
            if (end != null) {
                draft.takeForAnother(living.unitId(), end, draft.nextId());
            }
            end = parentEnd;
            endedBy = enderOf(unit.parentCode(), parentEnd);
        }
        UnitVersion next = version(unit, living.unitId(), end, endedBy);
        after.remove(living);
        if (living.valid().from().isBefore(day)) {
            after.put(living.endingOn(day, draft.changeId()));
        }
        after.put(next);
        keep(living, living.unitId());
        items.add(ListItem.altered(what, living, next));
    }

    private static List<Alteration> difference(ListedUnit unit, UnitVersion living) {
        List<Alteration> what = new ArrayList<>();
        boolean retyped = !living.type().equals(unit.type());
        boolean otherFullName = !living.fullName().equals(unit.fullName());
        if (!living.name().equals(unit.name()) || (otherFullName && !retyped)) {
            what.add(Alteration.RENAMED);
        }
        if (retyped) {
            what.add(Alteration.RETYPED);
        }
        if (!Objects.equals(living.parentCode(), unit.parentCode())) {
            what.add(Alteration.TRANSFERRED);
        }
        return what;
    }

    private void begin(ListedUnit unit) {
        Optional<UnitVersion> next = after.firstAfter(unit.code(), day);
        LocalDate end = next.map(version -> version.valid().from()).orElse(null);
        UUID endedBy = next.map(UnitVersion::begunBy).orElse(null);
        boolean meetsNext = next.isPresent();
        if (later != null && (end == null || later.day().isBefore(end))) {
            end = later.day();
            endedBy = later.changeId();
            meetsNext = false;
        }
        LocalDate parentEnd = after.firstDayWithout(unit.parentCode(), new Validity(day, end));
        if (parentEnd != null && parentEnd.isAfter(day)) {
            end = parentEnd;
            endedBy = enderOf(unit.parentCode(), parentEnd);
            meetsNext = false;
        }
        UUID id = identity(unit.code(), meetsNext ? next : Optional.empty());
        UnitVersion begun = version(unit, id, end, endedBy);
        after.put(begun);
        items.add(ListItem.begun(begun));
    }

    /** A code that lives on without outgoing edges is the same unit, on both ends of what begins. */
    private UUID identity(String code, Optional<UnitVersion> next) {
        Optional<UnitVersion> previous = after.at(code, day.minusDays(1)).filter(unit -> !draft.hasEdges(code, day));
        Optional<UnitVersion> same =
                next.filter(unit -> !draft.hasEdges(code, unit.valid().from()));
        if (previous.isPresent() && same.isPresent() && !previous.get().isSameUnit(same.get())) {
            draft.takeForAnother(
                    same.get().unitId(),
                    same.get().valid().from(),
                    previous.get().unitId());
        }
        return previous.or(() -> same).map(UnitVersion::unitId).orElseGet(draft::nextId);
    }

    private @Nullable UUID enderOf(String code, LocalDate day) {
        return after.versions(code).stream()
                .filter(version -> version.valid().endsOn(day))
                .map(UnitVersion::endedBy)
                .findFirst()
                .orElse(null);
    }

    private UnitVersion version(ListedUnit unit, UUID id, @Nullable LocalDate to, @Nullable UUID endedBy) {
        return new UnitVersion(
                id,
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.type(),
                unit.level(),
                unit.parentCode(),
                new Validity(day, to),
                draft.changeId(),
                endedBy);
    }
}
