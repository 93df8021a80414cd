package vn.nhipso.directory.placement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.LineageRepository;
import vn.nhipso.directory.lineage.Relatives;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.When;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/**
 * Which unit the code in a request means: the one that bears it on the given first day; without a day the one of today, else the one
 * that bore it last. So a team of a commune that is no more can be entered.
 */
@ApplicationScoped
public class UnitOfEntry {

    private final UnitRepository units;
    private final Relatives relatives;
    private final LineageRepository lineage;
    private final Clock clock;

    UnitOfEntry(UnitRepository units, Relatives relatives, LineageRepository lineage, Clock clock) {
        this.units = units;
        this.relatives = relatives;
        this.lineage = lineage;
        this.clock = clock;
    }

    /**
     * A unit and the day on which its code was read.
     */
    public record Entry(UnitVersion unit, LocalDate day) {}

    /** Adds what is wrong with the code. */
    public Optional<Entry> find(@Nullable String code, @Nullable LocalDate from, String pointer, Refusals refusals) {
        if (code == null || UnitCode.parse(code).isEmpty()) {
            refusals.add(pointer, code == null ? DirectoryProblem.FIELD_MISSING : DirectoryProblem.CODE_MALFORMED);
            return Optional.empty();
        }
        Optional<Entry> entry = from == null ? today(code) : on(code, from);
        if (entry.isEmpty()) {
            refuse(code, from, pointer, refusals);
        }
        return entry;
    }

    /**
     * Where something that begins at the unit is from then on. Fails where it would end before its unit begins.
     *
     * @param pointer to the end in the request
     */
    public Itinerary itinerary(Entry entry, @Nullable LocalDate from, @Nullable LocalDate to, String pointer) {
        LocalDate start = from == null ? firstDay(entry.unit()) : from;
        String code = entry.unit().code();
        if (to != null && !start.isBefore(to)) {
            Refusals refusals = new Refusals();
            refusals.add(pointer, DirectoryProblem.OUTSIDE_LIFE, beforeUnit(start));
            throw refusals.problem(DirectoryProblem.REQUEST_REFUSED);
        }
        return Itinerary.from(lineage.onward(List.of(code), start), code, start, to);
    }

    /** What is said of an end that is not after the first day of the unit. */
    public static Text beforeUnit(LocalDate first) {
        return Text.of(
                "Ngày kết thúc phải sau %s, ngày bắt đầu tại đơn vị đó.",
                "The end must be after %s, its first day at that unit.", first);
    }

    /** Where something that is at the unit with this code on a day is from then on, as long as it goes. */
    public Itinerary onward(String code, LocalDate day) {
        return Itinerary.from(lineage.onward(List.of(code), day), code, day, null);
    }

    /** The root has no first day. */
    private LocalDate firstDay(UnitVersion unit) {
        LocalDate first = relatives.firstDay(unit);
        return first.isBefore(Days.FIRST) ? Days.FIRST : first;
    }

    private Optional<Entry> today(String code) {
        Optional<Entry> today = on(code, VietnamTime.today(clock));
        return today.isPresent() ? today : units.lastDay(code).flatMap(last -> on(code, last));
    }

    private Optional<Entry> on(String code, LocalDate day) {
        return units.find(code, new When(day, null)).map(unit -> new Entry(unit, day));
    }

    private void refuse(String code, @Nullable LocalDate from, String pointer, Refusals refusals) {
        String lives = units.versions(List.of(code)).stream()
                .map(unit -> unit.fullName() + " " + unit.valid().spoken())
                .collect(Collectors.joining("; "));
        if (lives.isEmpty()) {
            refusals.add(
                    pointer,
                    DirectoryProblem.UNIT_UNKNOWN,
                    Text.of("Chưa từng có đơn vị mang mã %s.", "No unit ever had code %s.", code));
        } else {
            refusals.add(
                    pointer,
                    DirectoryProblem.UNIT_NOT_LIVING,
                    Text.of(
                            "Ngày %s không có đơn vị mang mã %s; đã ghi: %s.",
                            "On %s no unit has code %s; on record: %s.", from == null ? "" : from, code, lives));
        }
    }
}
